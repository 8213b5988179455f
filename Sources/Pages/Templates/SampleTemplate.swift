extension Template {
    /// A public case with a statement.
    static let sampleText = #"""
        <section class="sample" aria-label="Sample {{name}}">
        <h{{level}}>Sample {{name}}</h{{level}}>
        {{{noteHTML}}}
        <div class="pair">
        <figure><figcaption>Input</figcaption><pre tabindex="0">
        {{input}}</pre></figure>
        <figure><figcaption>Answer</figcaption><pre tabindex="0">
        {{answer}}</pre></figure>
        </div>
        </section>
        """#
}
