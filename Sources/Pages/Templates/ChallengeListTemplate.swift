extension Template {
    /// All challenges.
    static let challengeListText = #"""
        <h1>Challenges</h1>
        {{#isEmpty}}
        <p class="empty">There are no challenges here yet.</p>
        {{/isEmpty}}
        {{#showsStanding}}
        <p class="lead">Solved {{solved}} of {{total}}.</p>
        {{/showsStanding}}
        <ul class="cards">
        {{#challenges}}
        <li class="card">
        <h2><a href="/challenges/{{.slug}}">{{.name}}</a></h2>
        <p class="facts">
        {{#.form}}
        <span class="level">{{.}}</span>
        {{/.form}}
        {{#.level}}
        <span class="level">{{.}}</span>
        {{/.level}}
        {{#.minutes}}
        <span class="minutes">{{.}} minutes</span>
        {{/.minutes}}
        {{#.standing}}
        <span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.words}}</span>
        {{/.standing}}
        </p>
        {{#.hasTopics}}
        <ul class="topics" aria-label="Topics">
        {{#.topics}}
        <li>{{.}}</li>
        {{/.topics}}
        </ul>
        {{/.hasTopics}}
        {{#.hasFollowUps}}
        <details>
        <summary>Asked next</summary>
        <ul>
        {{#.followUps}}
        <li>{{.}}</li>
        {{/.followUps}}
        </ul>
        </details>
        {{/.hasFollowUps}}
        </li>
        {{/challenges}}
        </ul>
        """#
}
