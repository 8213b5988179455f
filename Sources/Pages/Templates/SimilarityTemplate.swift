extension Template {
    /// Solutions that are alike, on a page that stands alone.
    static let similarityText = #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
        <title>Solutions that are alike</title>
        <link rel="icon" href="data:,"/>
        <style>
        {{{styleHTML}}}
        main { max-width: 110rem }
        .pair .source { max-height: 48rem }
        .source .line { padding-left: 5rem; border-left: 3px solid transparent }
        .alike > a { position: absolute; left: 2.9rem; width: 1.6rem; text-align: center; font-weight: 700 }
        .source .tone0 { background: var(--accent-tint); border-color: var(--accent) }
        .source .tone1 { background: var(--warn-tint); border-color: var(--warn) }
        .source .tone2 { background: var(--odd-tint); border-color: var(--odd) }
        .source .tone3 { background: var(--good-tint); border-color: var(--good) }
        .source .tone4 { background: var(--wait-tint); border-color: var(--wait) }
        .source .alike > a { color: inherit }
        .source .alike:target { outline: 2px solid var(--accent); outline-offset: -2px }
        </style>
        </head>
        <body>
        <main id="main">
        <h1>Solutions that are alike</h1>
        <p>How much of each file the other has too, by syntax: names, numbers, comments and the order of functions do not
        count, nor does what the starter and the packaged solutions have. Two people can come to the same lines, and what is
        alike can have many reasons: read both, and ask.</p>
        {{#groups}}
        <section>
        <h2>{{.challenge}}</h2>
        <p>{{.summary}}</p>
        {{#.notes}}
        <p class="quiet">{{.}}</p>
        {{/.notes}}
        {{#.hasPairs}}
        <div class="scroll" role="region" aria-label="Pairs of {{.challenge}}" tabindex="0">
        <table>
        <thead><tr>
        <th scope="col" class="figure">Pair</th>
        <th scope="col" class="figure">Alike</th>
        <th scope="col">First</th>
        <th scope="col" class="figure">Share</th>
        <th scope="col">Second</th>
        <th scope="col" class="figure">Share</th>
        </tr></thead>
        <tbody>
        {{#.pairs}}
        <tr>
        <td class="figure"><a href="#pair{{.number}}">{{.number}}</a></td>
        <td class="figure">{{.similarity}}</td>
        <td>{{.first}}</td>
        <td class="figure">{{.firstShare}}</td>
        <td>{{.second}}</td>
        <td class="figure">{{.secondShare}}</td>
        </tr>
        {{/.pairs}}
        </tbody>
        </table>
        </div>
        {{/.hasPairs}}
        </section>
        {{/groups}}
        {{#sections}}
        <section id="pair{{.number}}" aria-labelledby="pair{{.number}}-title">
        <h2 id="pair{{.number}}-title">Pair {{.number}}, {{.challenge}}: {{.similarity}} alike</h2>
        <div class="pair">
        <figure>
        <figcaption>{{.first}}, {{.firstShare}} of it in the other</figcaption>
        <pre class="source" tabindex="0">{{{.firstHTML}}}</pre>
        </figure>
        <figure>
        <figcaption>{{.second}}, {{.secondShare}} of it in the other</figcaption>
        <pre class="source" tabindex="0">{{{.secondHTML}}}</pre>
        </figure>
        </div>
        </section>
        {{/sections}}
        </main>
        <footer class="site">
        <p>judge {{version}}</p>
        </footer>
        </body>
        </html>
        """#
}
