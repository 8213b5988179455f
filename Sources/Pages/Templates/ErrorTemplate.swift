extension Template {
    /// What went wrong, in one sentence.
    static let errorText = #"""
        <p class="crumbs">{{status}}</p>
        <h1>{{title}}</h1>
        <p class="lead">{{message}}</p>
        <p><a href="/">All challenges</a></p>
        """#
}
