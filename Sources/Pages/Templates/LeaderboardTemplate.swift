extension Template {
    /// Who solved how much, and how well.
    static let leaderboardText = #"""
        <h1>Leaderboard</h1>
        {{#scope}}
        <p class="lead">{{.}}</p>
        {{/scope}}
        {{#hasChoices}}
        <form class="choices" method="get" action="/leaderboard">
        {{#hasChallenges}}
        <div class="field">
        <label for="challenge">Challenge</label>
        <select id="challenge" name="challenge">
        <option value="">All</option>
        {{#challenges}}
        <option value="{{.value}}"{{#.isChosen}} selected="selected"{{/.isChosen}}>{{.name}}</option>
        {{/challenges}}
        </select>
        </div>
        {{/hasChallenges}}
        {{#hasGroups}}
        <div class="field">
        <label for="group">Group</label>
        <select id="group" name="group">
        <option value="">Everybody</option>
        {{#groups}}
        <option value="{{.value}}"{{#.isChosen}} selected="selected"{{/.isChosen}}>{{.name}}</option>
        {{/groups}}
        </select>
        </div>
        {{/hasGroups}}
        <button class="quiet">Show</button>
        </form>
        {{/hasChoices}}
        <p>Places go by challenges solved, then by work, then by memory. Work and memory compare somebody’s best
        solutions with the best of anybody, as a geometric mean over the challenges that they solved: 1.00 is the best
        there is, 2.00 twice as much.</p>
        {{#isEmpty}}
        <p class="empty">Nobody has solved anything yet.</p>
        {{/isEmpty}}
        {{^isEmpty}}
        <div class="scroll fit" role="region" aria-label="Leaderboard" tabindex="0">
        <table>
        <thead><tr>
        <th scope="col" class="figure">Place</th>
        <th scope="col">User</th>
        <th scope="col" class="figure">Solved</th>
        <th scope="col" class="figure">Work</th>
        <th scope="col" class="figure">Memory</th>
        </tr></thead>
        <tbody>
        {{#entries}}
        <tr{{#.isReader}} class="own"{{/.isReader}}>
        <td class="figure">{{.place}}</td>
        <th scope="row">{{.user}}{{#.isReader}} <span class="quiet">(you)</span>{{/.isReader}}</th>
        <td class="figure">{{.solved}}</td>
        <td class="figure">{{.work}}</td>
        <td class="figure">{{.memory}}</td>
        </tr>
        {{/entries}}
        </tbody>
        </table>
        </div>
        {{/isEmpty}}
        """#
}
