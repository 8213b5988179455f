extension Template {
    /// A report that stands alone.
    static let documentText = #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
        <title>{{title}}</title>
        <link rel="icon" href="data:,"/>
        <style>
        {{{styleHTML}}}
        </style>
        </head>
        <body>
        <main id="main">
        <h1>{{challenge}}</h1>
        <p><code>{{file}}</code>{{#author}} by {{.}}{{/author}}, {{{sentHTML}}}</p>
        {{{reportHTML}}}
        </main>
        <footer class="site">
        <p>judge {{version}}</p>
        </footer>
        </body>
        </html>
        """#
}
