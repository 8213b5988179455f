extension Template {
    /// Where a mock interview begins.
    static let interviewsText = #"""
        <h1>Mock interviews</h1>
        <p class="lead">Two or three tasks, a clock, questions that follow, and a scorecard.</p>
        {{#message}}
        <p class="notice bad" role="alert">{{.}}</p>
        {{/message}}
        <form class="choices" method="post" action="/interviews">
        <input type="hidden" name="csrf" value="{{csrf}}"/>
        <div class="field">
        <label for="minutes">Minutes</label>
        <input id="minutes" class="number" type="number" name="minutes" value="45" min="15" max="240" required="required"/>
        </div>
        <div class="field">
        <label for="level">Level</label>
        <select id="level" name="level"><option value="junior">junior</option><option value="senior">senior</option></select>
        </div>
        <div class="field">
        <label for="topic">Topic</label>
        <select id="topic" name="topic"><option value="">anything</option>
        {{#topics}}
        <option value="{{.}}">{{.}}</option>
        {{/topics}}
        </select>
        </div>
        <p class="field"><button type="submit">Begin</button></p>
        </form>
        {{#hasInterviews}}
        <section aria-labelledby="held-title">
        <h2 id="held-title">Held before</h2>
        <ul>
        {{#interviews}}
        <li><a href="/interviews/{{.id}}">{{{.startedHTML}}}</a>: {{.minutes}} minutes, {{.tasks}}</li>
        {{/interviews}}
        </ul>
        </section>
        {{/hasInterviews}}
        """#

    /// A mock interview.
    static let interviewText = #"""
        <p class="crumbs"><a href="/interviews">Mock interviews</a></p>
        <h1>Mock interview</h1>
        {{#minutesLeft}}
        <p class="lead"><strong>{{.}}</strong> {{#isOne}}minute is{{/isOne}}{{^isOne}}minutes are{{/isOne}} left.</p>
        {{/minutesLeft}}
        {{#message}}
        <p class="notice bad" role="alert">{{.}}</p>
        {{/message}}
        {{#scorecardHTML}}
        <article class="prose" aria-label="Scorecard">
        {{{scorecardHTML}}}
        </article>
        {{/scorecardHTML}}
        {{#tasks}}
        <section aria-labelledby="task-{{.slug}}">
        <h2 id="task-{{.slug}}">{{.number}}. <a href="/challenges/{{.slug}}">{{.name}}</a></h2>
        <p class="facts">
        {{#.minutes}}
        <span class="minutes">{{.}} minutes</span>
        {{/.minutes}}
        {{#.verdict}}
        <span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.words}}</span>
        {{/.verdict}}
        <span class="quiet">{{.tries}} {{#.isOnce}}submission{{/.isOnce}}{{^.isOnce}}submissions{{/.isOnce}}</span>
        </p>
        {{#.predicted}}
        <p>You said: <code>{{.time}}</code> for time, <code>{{.space}}</code> for space.</p>
        {{/.predicted}}
        {{#.asks}}
        <form class="choices" method="post" action="/interviews/{{id}}/predictions">
        <input type="hidden" name="csrf" value="{{csrf}}"/>
        <input type="hidden" name="task" value="{{slug}}"/>
        <div class="field">
        <label for="time-{{slug}}">Before you submit: how will its work grow, in {{.}}?</label>
        <input id="time-{{slug}}" class="number" type="text" name="time" autocomplete="off" spellcheck="false" autocapitalize="off"/>
        </div>
        <div class="field">
        <label for="space-{{slug}}">And its memory?</label>
        <input id="space-{{slug}}" class="number" type="text" name="space" autocomplete="off" spellcheck="false" autocapitalize="off"/>
        </div>
        <p class="field"><button type="submit" class="quiet">Say so</button></p>
        </form>
        {{/.asks}}
        {{#.hasFollowUps}}
        <h3>Asked next</h3>
        <ul class="questions">
        {{#.followUps}}
        <li><details><summary>{{.question}}</summary><p>{{.answer}}</p></details></li>
        {{/.followUps}}
        </ul>
        {{/.hasFollowUps}}
        </section>
        {{/tasks}}
        {{#isRunning}}
        <form method="post" action="/interviews/{{id}}/end">
        <input type="hidden" name="csrf" value="{{csrf}}"/>
        <p><button type="submit" class="quiet">End it now</button></p>
        </form>
        {{/isRunning}}
        """#
}
