extension Template {
    /// A submission that has no verdict yet.
    static let waitingText = #"""
        <div class="status" id="status" data-events="/submissions/{{id}}/events">
        <p aria-live="polite" role="status">
        <span class="spinner" aria-hidden="true"></span>
        <span id="status-text">{{status}}</span></p>
        <noscript><p class="quiet">This page looks again by itself every {{refreshSeconds}} seconds.</p></noscript>
        </div>
        """#
}
