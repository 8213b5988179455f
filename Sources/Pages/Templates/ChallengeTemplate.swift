extension Template {
    /// One challenge.
    static let challengeText = #"""
        <p class="crumbs"><a href="/">Challenges</a></p>
        <h1>{{name}}</h1>
        <p class="facts">
        {{#level}}
        <span class="level">{{.}}</span>
        {{/level}}
        {{#minutes}}
        <span class="minutes">{{.}} minutes</span>
        {{/minutes}}
        {{#standing}}
        <span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.words}}</span>
        {{/standing}}
        </p>
        {{#hasTopics}}
        <ul class="topics" aria-label="Topics">
        {{#topics}}
        <li>{{.}}</li>
        {{/topics}}
        </ul>
        {{/hasTopics}}
        <div class="columns">
        <article class="prose" aria-label="Statement">
        {{{statementHTML}}}
        </article>
        <aside class="panel" aria-labelledby="limits-title">
        <h2 id="limits-title">Limits</h2>
        <dl class="facts-list">
        <div><dt>Time of a case</dt><dd>{{time}}</dd></div>
        <div><dt>Memory of a case</dt><dd>{{memory}}</dd></div>
        <div><dt>Answer</dt><dd>{{output}}</dd></div>
        <div><dt>Source</dt><dd>{{code}}</dd></div>
        {{#timeBound}}
        <div><dt>Work may grow like</dt><dd><code>{{.}}</code></dd></div>
        {{/timeBound}}
        {{#spaceBound}}
        <div><dt>Memory may grow like</dt><dd><code>{{.}}</code></dd></div>
        {{/spaceBound}}
        </dl>
        {{#hasStarter}}
        <p><a class="button quiet" href="/challenges/{{slug}}/starter">Download the starter</a></p>
        {{/hasStarter}}
        </aside>
        </div>
        <section aria-labelledby="submit-title" id="submit">
        <h2 id="submit-title">Submit</h2>
        {{#message}}
        <p class="notice bad" role="alert">{{.}}</p>
        {{/message}}
        {{#userName}}
        <form class="stack" method="post" action="/challenges/{{slug}}/submissions" enctype="multipart/form-data">
        <input type="hidden" name="csrf" value="{{csrf}}"/>
        <input type="hidden" name="once" value="{{once}}"/>
        <div class="field">
        <label for="source">Your solution in Swift</label>
        <textarea id="source" name="source" rows="16" spellcheck="false" autocapitalize="off" autocomplete="off"
        wrap="off">
        {{source}}</textarea>
        </div>
        <div class="field">
        <label for="file">Or a file; where one is chosen, it is what counts</label>
        <input id="file" type="file" name="file" accept=".swift,text/plain" data-fills="source"
        data-limit="{{codeBytes}}"/>
        </div>
        <p><button type="submit">Submit</button></p>
        </form>
        {{/userName}}
        {{^userName}}
        <p><a href="/sign-in">Sign in</a> to submit a solution.</p>
        {{/userName}}
        </section>
        {{#submissionsHTML}}
        <section aria-labelledby="latest-title">
        <h2 id="latest-title">Your latest submissions</h2>
        {{{submissionsHTML}}}
        </section>
        {{/submissionsHTML}}
        {{#hasFollowUps}}
        <section aria-labelledby="next-title">
        <h2 id="next-title">Asked next</h2>
        <ul class="questions">
        {{#followUps}}
        <li>
        {{#.hasAnswer}}
        <details>
        <summary>{{.question}}</summary>
        <p>{{.answer}}</p>
        </details>
        {{/.hasAnswer}}
        {{^.hasAnswer}}
        {{.question}}
        {{/.hasAnswer}}
        </li>
        {{/followUps}}
        </ul>
        </section>
        {{/hasFollowUps}}
        {{#editorialHTML}}
        <section aria-labelledby="editorial-title">
        <h2 id="editorial-title">Editorial</h2>
        <details>
        <summary>How it can be solved</summary>
        <div class="prose">
        {{{editorialHTML}}}
        </div>
        </details>
        </section>
        {{/editorialHTML}}
        """#
}
