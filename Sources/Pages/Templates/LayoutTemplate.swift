extension Template {
    /// The frame of every page.
    static let layoutText = #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{{title}}</title>
        <link rel="icon" href="data:,"/>
        <link rel="stylesheet" href="{{styleURL}}"/>
        <script src="{{scriptURL}}" defer="defer"></script>
        {{#refreshSeconds}}
        <noscript><meta http-equiv="refresh" content="{{.}}"/></noscript>
        {{/refreshSeconds}}
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="site">
        <div class="bar">
        <a class="brand" href="/">judge</a>
        <nav aria-label="Main">
        <ul>
        {{#links}}
        <li><a href="{{.path}}"{{#.isCurrent}} aria-current="page"{{/.isCurrent}}>{{.name}}</a></li>
        {{/links}}
        </ul>
        </nav>
        <div class="reader">
        {{#userName}}
        <span class="user"><span class="hidden">Signed in as </span>{{.}}</span>
        <form method="post" action="/sign-out">
        <input type="hidden" name="csrf" value="{{csrf}}"/><button class="plain">Sign out</button>
        </form>
        {{/userName}}
        {{^userName}}
        <a href="/sign-in"{{#isSignIn}} aria-current="page"{{/isSignIn}}>Sign in</a>
        {{/userName}}
        </div>
        </div>
        </header>
        <main id="main" tabindex="-1">
        {{{mainHTML}}}
        </main>
        <footer class="site">
        <p>judge {{version}}</p>
        </footer>
        </body>
        </html>
        """#
}
