extension Template {
    /// One submission, whatever became of it.
    static let submissionText = #"""
        <p class="crumbs">
        <a href="/submissions">My submissions</a>
        <span aria-hidden="true">/</span>
        <a href="/challenges/{{challenge}}">{{challengeName}}</a>
        </p>
        <h1>{{challengeName}}</h1>
        <p class="meta"><code>{{file}}</code>{{#author}} by {{.}}{{/author}}, sent {{{sentHTML}}}</p>
        {{{statusHTML}}}
        {{#rejudgeID}}
        <form method="post" action="/submissions/{{.}}/rejudge">
        <input type="hidden" name="csrf" value="{{csrf}}"/><button class="quiet">Grade it once more</button>
        </form>
        {{/rejudgeID}}
        {{#sourceHTML}}
        <section aria-labelledby="source-title">
        <h2 id="source-title">Source</h2>
        <pre class="source" tabindex="0"><code>{{{sourceHTML}}}</code></pre>
        </section>
        {{/sourceHTML}}
        """#
}
