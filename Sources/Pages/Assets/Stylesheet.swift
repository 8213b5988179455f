/// How all pages look: light and dark, from a phone to a wide window, without a font or a picture of its own.
enum Stylesheet {
    /// The file `/static/style.css`.
    static let text = #"""
        :root {
          color-scheme: light dark;
          --page: #faf9f7; --surface: #ffffff; --sunken: #f2f1ee; --text: #1d2026; --quiet: #565d69;
          --edge: #dfdedb;
          --strong-edge: #85898f; --accent: #2a52b0; --on-accent: #ffffff; --accent-tint: #e8eefb;
          --good: #11653d; --good-tint: #e3f3ea; --bad: #b0241c; --bad-tint: #fcebe9; --warn: #854800;
          --warn-tint: #fcf0da;
          --odd: #653a9b; --odd-tint: #f2ebfa; --wait: #454e5c; --wait-tint: #ecedef; --bound: #b9bdc6;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #13161a; --surface: #1a1e24; --sunken: #20252c; --text: #e4e6ea; --quiet: #a4acb8;
            --edge: #2d333c;
            --strong-edge: #727b88; --accent: #9ab6ff; --on-accent: #10182b; --accent-tint: #1f2a44;
            --good: #72d3a0; --good-tint: #15301f; --bad: #ff9c94; --bad-tint: #3b1a18; --warn: #f2bd69;
            --warn-tint: #35270f;
            --odd: #cda9f8; --odd-tint: #2b203c; --wait: #b5bdc9; --wait-tint: #272d36; --bound: #4b5462;
          }
        }
        *, *::before, *::after { box-sizing: border-box }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
        body {
          margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--page);
          color: var(--text);
          font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
          overflow-wrap: break-word;
        }
        a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em }
        a:hover { text-decoration-thickness: 2px }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px }
        main:focus { outline: none }
        .skip {
          position: absolute; left: -100vw; top: 0; z-index: 1; padding: 0.6rem 1rem;
          background: var(--surface);
        }
        .skip:focus { left: 0.5rem; top: 0.5rem }
        .hidden {
          position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
          white-space: nowrap;
        }

        /* The frame. */
        header.site { border-bottom: 1px solid var(--edge); background: var(--surface) }
        .bar, main, footer.site p { width: 100%; max-width: 76rem; margin: 0 auto; padding: 0 1rem }
        .bar {
          display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.5rem; padding-top: 0.35rem;
          padding-bottom: 0.35rem;
        }
        .brand {
          font-weight: 700; font-size: 1.125rem; letter-spacing: -0.01em; color: var(--text);
          text-decoration: none;
        }
        .brand, nav a, .reader > a { display: inline-block; padding: 0.4rem 0 }
        nav { flex: 1 1 auto }
        nav ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none }
        nav a, .reader > a { color: var(--quiet); text-decoration: none }
        nav a:hover, .reader > a:hover { color: var(--text) }
        a[aria-current="page"] { color: var(--text); box-shadow: inset 0 -2px var(--accent) }
        .reader { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75rem; min-width: 0 }
        .reader form { margin: 0 }
        .user { font-weight: 600; max-width: 14rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
        main { flex: 1 0 auto; padding-top: 2rem; padding-bottom: 4rem; min-width: 0 }
        footer.site { border-top: 1px solid var(--edge); color: var(--quiet); font-size: 0.875rem }
        footer.site p { padding-top: 1rem; padding-bottom: 1.5rem }
        @media (max-width: 40rem) {
          .bar { column-gap: 1rem }
          nav { order: 3; flex-basis: 100% }
          nav ul { gap: 0 0.9rem; font-size: 0.9375rem }
          .reader { margin-left: auto }
          main { padding-top: 1.25rem }
        }

        /* Text. */
        h1, h2, h3, h4, h5, h6 {
          line-height: 1.25; letter-spacing: -0.01em; margin: 2rem 0 0.6rem; text-wrap: balance;
        }
        h1 { font-size: 1.875rem; letter-spacing: -0.02em; margin: 0 0 0.6rem }
        h2 { font-size: 1.3rem }
        h3 { font-size: 1.075rem }
        h4, h5, h6 { font-size: 1rem }
        p, ul, ol, dl, figure, blockquote, pre { margin: 0 0 0.9rem }
        main > p, main > section > p { max-width: 48rem }
        main > section { margin-top: 2.5rem }
        main > section > h2 { margin-top: 0 }
        .lead { font-size: 1.075rem; color: var(--quiet) }
        .crumbs { margin-bottom: 0.35rem; font-size: 0.9rem; color: var(--quiet) }
        .meta, p.quiet, span.quiet { color: var(--quiet) }
        p.quiet { font-size: 0.9rem }
        .empty { padding: 1.5rem; border: 1px dashed var(--strong-edge); border-radius: 8px; color: var(--quiet) }
        hr { border: 0; border-top: 1px solid var(--edge); margin: 2rem 0 }
        blockquote { padding-left: 1rem; border-left: 3px solid var(--edge); color: var(--quiet) }
        code, pre, textarea, input[type="password"] { font-family: var(--mono); font-size: 0.875em }
        code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--sunken) }
        pre {
          padding: 0.75rem 0.9rem; overflow: auto; border: 1px solid var(--edge); border-radius: 8px;
          background: var(--surface);
          font-size: 0.8125rem; line-height: 1.55; tab-size: 4; overflow-wrap: normal;
        }
        pre code { padding: 0; background: none; font-size: inherit }
        mark {
          padding: 0 0.1em; border-radius: 3px; background: var(--warn-tint); color: var(--warn);
          text-decoration: underline;
        }
        del { color: var(--quiet) }
        math { font-family: "STIX Two Math", "Cambria Math", "STIX Math", "Latin Modern Math", "Noto Sans Math", math; font-size: 1.1em; line-height: normal }
        math[display="block"] { margin: 0.9rem 0; padding: 0.15rem 0; overflow-x: auto; overflow-y: hidden }
        mtable.aligned > mtr > mtd:nth-child(odd) { text-align: right }
        mtable.aligned > mtr > mtd:nth-child(even), mtable.cases > mtr > mtd { text-align: left }
        .prose > :first-child { margin-top: 0 }
        .prose li { margin-bottom: 0.35rem }
        .prose p, .prose ul, .prose ol, details > .prose { max-width: 48rem }

        /* Verdicts: a symbol and words; colour comes on top. */
        .verdict {
          display: inline-block; padding: 0.05rem 0.5rem; border-radius: 1rem; background: var(--wait-tint);
          color: var(--wait);
          font-size: 0.875rem; font-weight: 600; line-height: 1.5; white-space: nowrap; letter-spacing: 0;
        }
        .verdict.large { font-size: 1.25rem; padding: 0.15rem 0.8rem; white-space: normal }
        .verdict.good { background: var(--good-tint); color: var(--good) }
        .verdict.bad { background: var(--bad-tint); color: var(--bad) }
        .verdict.warn { background: var(--warn-tint); color: var(--warn) }
        .verdict.odd { background: var(--odd-tint); color: var(--odd) }

        /* The list of challenges. */
        .cards {
          display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 1rem;
          padding: 0;
          margin: 1.25rem 0 0; list-style: none;
        }
        .card {
          position: relative; padding: 1.1rem 1.2rem; border: 1px solid var(--edge); border-radius: 10px;
          background: var(--surface);
        }
        .card:hover { border-color: var(--strong-edge) }
        .card h2 { margin: 0 0 0.5rem; font-size: 1.125rem }
        .card h2 a { color: var(--text); text-decoration: none }
        .card h2 a::after { content: ""; position: absolute; inset: 0; border-radius: 10px }
        .card:hover h2 a { color: var(--accent) }
        .facts { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.6rem; margin: 0 0 0.6rem }
        .facts:empty { display: none }
        .level, .minutes { color: var(--quiet); font-size: 0.9rem }
        .topics { display: flex; flex-wrap: wrap; gap: 0.3rem; margin: 0; padding: 0; list-style: none }
        .topics li {
          padding: 0 0.5rem; border: 1px solid var(--edge); border-radius: 4px; color: var(--quiet);
          font-size: 0.8125rem;
        }

        /* A challenge. */
        .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem 3rem; margin-top: 1.75rem }
        .columns > * { min-width: 0 }
        aside.panel {
          align-self: start; padding: 1rem 1.2rem; border: 1px solid var(--edge); border-radius: 10px;
          background: var(--surface);
        }
        aside.panel h2 { margin: 0 0 0.6rem; font-size: 1rem }
        aside.panel > :last-child { margin-bottom: 0 }
        .facts-list {
          display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
          gap: 0.7rem 1.5rem;
        }
        .facts-list dt { color: var(--quiet); font-size: 0.8125rem }
        .facts-list dd { margin: 0; overflow-wrap: anywhere }
        @media (min-width: 64rem) {
          .columns { grid-template-columns: minmax(0, 48rem) 17rem; justify-content: space-between }
          aside.panel { position: sticky; top: 1rem }
        }
        .sample { margin-top: 1.5rem }
        .pair {
          display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0.75rem;
        }
        .pair figure { min-width: 0; margin: 0 }
        .pair pre { max-height: 24rem; margin: 0 }
        figcaption { margin-bottom: 0.2rem; color: var(--quiet); font-size: 0.8125rem }

        /* Forms. */
        .stack { max-width: 60rem }
        .stack.narrow { max-width: 30rem; margin-top: 1.25rem }
        .field { margin-bottom: 1rem }
        .field p { margin: 0.4rem 0 0 }
        label { display: block; margin-bottom: 0.3rem; font-weight: 600 }
        textarea, input[type="password"], input.number {
          display: block; width: 100%; padding: 0.6rem 0.75rem; border: 1px solid var(--strong-edge);
          border-radius: 8px;
          background: var(--surface); color: var(--text); line-height: 1.5;
        }
        textarea { min-height: 12rem; resize: vertical; tab-size: 4; white-space: pre; overflow: auto }
        input[type="password"], input.number { min-height: 2.75rem }
        input.number { max-width: 12rem; font: inherit; font-variant-numeric: tabular-nums }
        select {
          display: block; min-height: 2.5rem; max-width: 100%; padding: 0.45rem 0.75rem;
          border: 1px solid var(--strong-edge); border-radius: 8px;
          background: var(--surface); color: var(--text); font: inherit;
        }
        .choices { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem 1rem; margin: 1rem 0 }
        .choices .field { margin: 0; min-width: 0 }
        input[type="file"] { max-width: 100%; font: inherit; font-size: 0.9rem; color: var(--text) }
        button, .button, ::file-selector-button {
          display: inline-block; min-height: 2.5rem; padding: 0.45rem 1.1rem; border: 1px solid var(--accent);
          border-radius: 8px;
          background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; line-height: 1.5;
          cursor: pointer;
          text-decoration: none;
        }
        button:hover, .button:hover { filter: brightness(1.1) }
        .button.quiet, button.quiet, ::file-selector-button {
          border-color: var(--strong-edge); background: transparent; color: var(--text);
        }
        ::file-selector-button { margin-right: 0.75rem; min-height: 2.25rem; padding: 0.25rem 0.9rem }
        button.small { min-height: 2rem; padding: 0.15rem 0.7rem; font-size: 0.875rem }
        button.plain {
          min-height: 0; padding: 0.4rem 0; border: 0; background: none; color: var(--quiet); font-weight: 400;
        }
        button.plain:hover { color: var(--text); filter: none }
        .notice {
          margin: 1rem 0; padding: 0.75rem 1rem; border-left: 4px solid var(--strong-edge); border-radius: 4px;
          background: var(--sunken);
        }
        .notice.bad { border-color: var(--bad); background: var(--bad-tint) }
        .notice.warn { border-color: var(--warn); background: var(--warn-tint) }

        /* Quizzes. */
        fieldset { margin: 0 0 1rem; padding: 0; border: 0; min-width: 0 }
        legend { margin-bottom: 0.6rem; padding: 0; font-weight: 600 }
        .option {
          display: flex; align-items: baseline; gap: 0.75rem; margin-bottom: 0.5rem; padding: 0.6rem 0.9rem;
          border: 1px solid var(--edge); border-radius: 8px; background: var(--surface);
        }
        .option:has(input:checked) { border-color: var(--accent); background: var(--accent-tint) }
        .option input { flex: none; width: 1.1rem; height: 1.1rem; accent-color: var(--accent) }
        .option label { flex: 1 1 auto; min-width: 0; margin: 0; font-weight: 400; cursor: pointer }
        .remarks { padding: 0; list-style: none }
        .remarks li { margin-bottom: 0.9rem }
        .remarks p { margin-bottom: 0.2rem }

        /* A submission. */
        .status, .outcome {
          margin: 1.25rem 0 0; padding: 1.1rem 1.25rem; border: 1px solid var(--edge);
          border-left: 5px solid var(--wait);
          border-radius: 8px; background: var(--surface);
        }
        .status p, .outcome > :last-child { margin-bottom: 0 }
        .said { white-space: pre-line }
        .outcome p { max-width: 60rem }
        .outcome.good { border-left-color: var(--good) }
        .outcome.bad { border-left-color: var(--bad) }
        .outcome.warn { border-left-color: var(--warn) }
        .outcome.odd { border-left-color: var(--odd) }
        .status p[role="status"] {
          display: flex; align-items: center; gap: 0.75rem; font-size: 1.125rem; font-weight: 600;
        }
        .spinner {
          flex: none; width: 1.1rem; height: 1.1rem; border: 3px solid var(--edge); border-top-color: var(--accent);
          border-radius: 50%; animation: turn 1s linear infinite;
        }
        @keyframes turn { to { transform: rotate(1turn) } }
        @media (prefers-reduced-motion: reduce) { .spinner { animation: none } }
        .diagnostics { padding: 0; list-style: none }
        .diagnostics li { margin-bottom: 1.1rem }
        .diagnostics p { margin-bottom: 0.35rem }
        .severity { font-weight: 700; color: var(--wait) }
        .severity.error { color: var(--bad) }
        .severity.warning { color: var(--warn) }
        .caret { color: var(--bad) }
        .number { color: var(--quiet); -webkit-user-select: none; user-select: none }
        .source { max-height: 40rem }
        .source .line { display: block; position: relative; padding-left: 3.5rem; min-width: max-content }
        .source .number { position: absolute; left: 0; width: 2.5rem; text-align: right }
        .source .line:target { background: var(--accent-tint) }
        details { margin-bottom: 0.9rem }
        summary { padding: 0.3rem 0; cursor: pointer; font-weight: 600 }
        summary + * { margin-top: 0.5rem }

        /* Tables scroll by themselves, never the page. */
        .scroll {
          margin-bottom: 1rem; position: relative; overflow-x: auto; border: 1px solid var(--edge); border-radius: 8px;
          background: var(--surface);
        }
        table { width: 100%; border-collapse: collapse; font-size: 0.9375rem }
        th, td {
          padding: 0.5rem 0.9rem; text-align: left; vertical-align: baseline; border-top: 1px solid var(--edge);
        }
        thead tr > * {
          border-top: 0; color: var(--quiet); font-size: 0.8125rem; font-weight: 600; white-space: nowrap;
        }
        tbody th { font-weight: 600 }
        th[align="right"], td[align="right"], .figure {
          text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap;
        }
        th[align="center"], td[align="center"] { text-align: center }
        td time, .metric, .formula { white-space: nowrap }
        .long { min-width: 14rem }
        .wide td { white-space: nowrap }
        a .verdict { text-decoration: underline; text-decoration-thickness: 1px }
        a:hover .verdict { text-decoration-thickness: 2px }
        .metric:not(:last-child)::after { content: "," }
        tr.own > * { background: var(--accent-tint) }
        .scroll.fit { max-width: 48rem }
        .prose .scroll { display: inline-block; max-width: 100%; vertical-align: top }
        .prose table { width: auto }

        /* Plots of growth. */
        .plots {
          display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 0.75rem;
          margin-bottom: 1.5rem;
        }
        .growth { display: block; width: 100%; height: auto; max-width: 26rem; font-family: inherit }
        .growth text { fill: var(--text) }
        .growth .panel { fill: var(--surface); stroke: var(--edge) }
        .growth .quiet { fill: var(--quiet) }
        .growth .strong { font-weight: 600 }
        .growth .right { text-anchor: end }
        .growth .middle { text-anchor: middle }
        .growth .grid { stroke: var(--edge); fill: none }
        .growth .axis { stroke: var(--strong-edge); fill: none }
        .growth .bound {
          stroke: var(--bound); stroke-width: 6; stroke-linejoin: round; stroke-linecap: round; fill: none;
        }
        .growth .line { stroke-width: 2; stroke-linejoin: round; stroke-linecap: round }
        .growth .within { fill: var(--good) }
        .growth .over { fill: var(--bad) }
        .growth .inconclusive { fill: var(--warn) }
        .growth .line.within { fill: none; stroke: var(--good) }
        .growth .line.over { fill: none; stroke: var(--bad) }
        .growth .line.inconclusive { fill: none; stroke: var(--warn) }
        @media print { header.site, footer.site, #submit, .skip { display: none } }

        """#
}
