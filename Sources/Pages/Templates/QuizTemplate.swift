extension Template {
    /// What a quiz is about.
    static let quizText = #"""
        <p class="crumbs"><a href="/">Challenges</a></p>
        <h1>{{name}}</h1>
        <p class="facts">
        <span class="level">quiz</span>
        {{#level}}
        <span class="level">{{.}}</span>
        {{/level}}
        {{#minutes}}
        <span class="minutes">{{.}} minutes</span>
        {{/minutes}}
        <span class="minutes">{{total}} {{#isOne}}question{{/isOne}}{{^isOne}}questions{{/isOne}}</span>
        </p>
        <article class="prose" aria-label="Statement">
        {{{statementHTML}}}
        </article>
        {{#standing}}
        <p>Your best: <strong>{{.best}}</strong> right, in {{.attempts}} {{#.isOnce}}attempt{{/.isOnce}}{{^.isOnce}}attempts{{/.isOnce}}.</p>
        {{/standing}}
        {{#open}}
        <p><a class="button" href="/quiz-attempts/{{.}}">Go on where you left</a></p>
        {{/open}}
        {{#userName}}
        <form method="post" action="/quizzes/{{slug}}/attempts">
        <input type="hidden" name="csrf" value="{{csrf}}"/>
        <p><button type="submit"{{#open}} class="quiet"{{/open}}>Begin</button></p>
        </form>
        {{/userName}}
        {{^userName}}
        <p><a href="/sign-in">Sign in</a> to begin.</p>
        {{/userName}}
        """#

    /// A question of a quiz, or what is said of the answers.
    static let quizAttemptText = #"""
        <p class="crumbs"><a href="/">Challenges</a> › <a href="/quizzes/{{slug}}">{{name}}</a></p>
        <h1>{{name}}</h1>
        {{#isDone}}
        <div class="outcome good">
        <p class="headline"><strong>{{right}} of {{total}} right</strong></p>
        <p><a href="/quizzes/{{slug}}">Again, in another order</a></p>
        </div>
        {{/isDone}}
        {{^isDone}}
        <p class="quiet">{{answered}} of {{total}} answered, {{right}} right</p>
        {{/isDone}}
        {{#question}}
        <section aria-labelledby="question-title">
        <h2 id="question-title">Question {{.number}}</h2>
        <div class="prose" id="question-text">
        {{{.askHTML}}}
        </div>
        {{#message}}
        <p class="notice bad" role="alert" id="answer-message">{{.}}</p>
        {{/message}}
        <form class="stack" method="post" action="/quiz-attempts/{{id}}/answers">
        <input type="hidden" name="csrf" value="{{csrf}}"/>
        <input type="hidden" name="question" value="{{.id}}"/>
        {{#.isNumber}}
        <div class="field">
        <label for="answer">A number</label>
        <input id="answer" class="number" type="text" name="answer" inputmode="decimal" required="required" autocomplete="off"
        aria-describedby="question-text"/>
        </div>
        {{/.isNumber}}
        {{^.isNumber}}
        <fieldset>
        <legend>{{#.isChoice}}Which one?{{/.isChoice}}{{#.isSelect}}Which of them hold? Tick all that do.{{/.isSelect}}</legend>
        {{#.options}}
        <div class="option">
        <input id="answer-{{.letter}}" type="{{#isChoice}}radio{{/isChoice}}{{^isChoice}}checkbox{{/isChoice}}" name="answer" value="{{.letter}}"/>
        <label for="answer-{{.letter}}">{{{.textHTML}}}</label>
        </div>
        {{/.options}}
        </fieldset>
        {{/.isNumber}}
        <p><button type="submit">Answer</button></p>
        </form>
        </section>
        {{/question}}
        {{#explained}}
        <details{{#.isOpen}} open="open"{{/.isOpen}}>
        <summary><span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.words}}</span> Question {{.number}}</summary>
        <div class="prose">
        {{{.askHTML}}}
        </div>
        <ul class="remarks">
        {{#.remarks}}
        <li>
        <p><span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span><span class="hidden">{{.words}}</span></span>
        {{{.textHTML}}}{{#.isChosen}} <strong>(your answer)</strong>{{/.isChosen}}</p>
        <div class="prose quiet">
        {{{.becauseHTML}}}
        </div>
        </li>
        {{/.remarks}}
        </ul>
        </details>
        {{/explained}}
        {{#hasNext}}
        <p><a class="button" href="/quiz-attempts/{{id}}">Next question</a></p>
        {{/hasNext}}
        {{#hasLast}}
        <p><a class="button" href="/quiz-attempts/{{id}}">All answers</a></p>
        {{/hasLast}}
        """#
}
