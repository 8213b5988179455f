extension Template {
    /// What the reader has sent.
    static let historyText = #"""
        <h1>My submissions</h1>
        {{#isEmpty}}
        <p class="empty">Nothing here. <a href="/">Choose a challenge</a> to begin.</p>
        {{/isEmpty}}
        {{{submissionsHTML}}}
        {{#older}}
        <p><a class="button quiet" rel="next" href="{{.}}">Older</a></p>
        {{/older}}
        """#
}
