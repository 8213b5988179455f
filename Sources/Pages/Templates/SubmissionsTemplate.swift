extension Template {
    /// A table of submissions.
    static let submissionsText = #"""
        <div class="scroll" role="region" aria-label="Submissions" tabindex="0">
        <table>
        <thead><tr>
        <th scope="col">Sent</th>
        {{#namesChallenge}}<th scope="col">Challenge</th>{{/namesChallenge}}
        <th scope="col">Result</th>
        <th scope="col">Submission</th>
        </tr></thead>
        <tbody>
        {{#rows}}
        <tr>
        <td>{{{.sentHTML}}}</td>
        {{#namesChallenge}}<td><a href="/challenges/{{.challenge}}">{{.challengeName}}</a></td>{{/namesChallenge}}
        <td><span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.words}}</span></td>
        <td><a href="/submissions/{{.id}}">Open<span class="hidden"> the submission of {{.sent}}</span></a></td>
        </tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        """#
}
