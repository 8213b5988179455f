extension Template {
    /// A table of submissions.
    static let submissionsText = #"""
        <div class="scroll" role="region" aria-label="Submissions" tabindex="0">
        <table>
        <thead><tr>
        <th scope="col">Result</th>
        {{#namesChallenge}}<th scope="col">Challenge</th>{{/namesChallenge}}
        <th scope="col">Sent</th>
        </tr></thead>
        <tbody>
        {{#rows}}
        <tr>
        <td><a href="/submissions/{{.id}}">
        <span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.words}}</span>
        <span class="hidden">, sent {{.sent}}</span></a></td>
        {{#namesChallenge}}<td><a href="/challenges/{{.challenge}}">{{.challengeName}}</a></td>{{/namesChallenge}}
        <td>{{{.sentHTML}}}</td>
        </tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        """#
}
