extension Template {
    /// The report on a graded submission.
    static let reportText = #"""
        <div class="outcome {{tone}}">
        <p class="headline">
        <span class="verdict large {{tone}}"><span aria-hidden="true">{{symbol}}</span> {{words}}</span>
        <span class="quiet">in {{seconds}}</span>
        </p>
        {{#score}}
        <p>Score: <strong>{{.points}}</strong>{{#.toPass}}; {{.}} to pass{{/.toPass}}</p>
        {{/score}}
        {{#message}}
        <p class="said">{{.}}</p>
        {{/message}}
        {{#failure}}
        <p class="said"><strong>{{.place}}</strong>{{#.verdict}} ({{.}}){{/.verdict}}: {{.message}}</p>
        {{#.hint}}
        <p class="said"><strong>Hint:</strong> {{.}}</p>
        {{/.hint}}
        {{/failure}}
        </div>
        {{#warning}}
        <p class="notice warn" role="note"><strong>Warning:</strong> {{.}}</p>
        {{/warning}}
        {{#bugs}}
        <section aria-labelledby="bugs-title">
        <h2 id="bugs-title">Planted bugs: {{.words}}</h2>
        <ul>
        {{#.gone}}
        <li><strong>{{.name}}</strong>: {{.about}}</li>
        {{/.gone}}
        </ul>
        </section>
        {{/bugs}}
        {{#hasDiagnostics}}
        <section aria-labelledby="compiler-title">
        <h2 id="compiler-title">What the compiler says</h2>
        <ol class="diagnostics">
        {{#diagnostics}}
        <li>
        <p><span class="severity {{.severity}}">{{.severity}}</span>
        {{#.anchor}}<a href="#L{{.}}">{{/.anchor}}<code>{{.place}}</code>{{#.anchor}}</a>{{/.anchor}}
        {{.message}}</p>
        {{#.excerpt}}
        <pre tabindex="0"><span class="number">{{.line}} │ </span>{{.text}}
        <span class="number">{{.margin}} │ </span>{{.spaces}}<b class="caret">^</b></pre>
        {{/.excerpt}}
        </li>
        {{/diagnostics}}
        </ol>
        {{#moreDiagnostics}}
        <p class="quiet">… and {{.}} more</p>
        {{/moreDiagnostics}}
        </section>
        {{/hasDiagnostics}}
        {{#hasGroups}}
        <section aria-labelledby="cases-title">
        <h2 id="cases-title">Cases</h2>
        <div class="scroll" role="region" aria-labelledby="cases-title" tabindex="0">
        <table>
        <thead><tr>
        <th scope="col">Group</th>
        <th scope="col" class="figure">Passed</th>
        <th scope="col" class="figure">Slowest of {{cpuLimit}}</th>
        <th scope="col" class="figure">Peak of {{memoryLimit}}</th>
        {{#hasMetrics}}<th scope="col">Measured</th>{{/hasMetrics}}
        {{#hasFailures}}<th scope="col">First failure</th>{{/hasFailures}}
        </tr></thead>
        <tbody>
        {{#groups}}
        <tr>
        <th scope="row">{{.name}}</th>
        <td class="figure">
        <span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.passed}}/{{.total}}</span>
        </td>
        <td class="figure">{{.slowest}}</td>
        <td class="figure">{{.peak}}</td>
        {{#hasMetrics}}<td class="long">{{#.metrics}}<span class="metric">{{.}}</span> {{/.metrics}}</td>{{/hasMetrics}}
        {{#hasFailures}}<td class="long">{{.failure}}</td>{{/hasFailures}}
        </tr>
        {{/groups}}
        </tbody>
        </table>
        </div>
        </section>
        {{/hasGroups}}
        {{#hasSamples}}
        <section aria-labelledby="samples-title">
        <h2 id="samples-title">Samples</h2>
        {{#samples}}
        <details{{#.isOpen}} open="open"{{/.isOpen}}>
        <summary>
        <span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.words}}</span>
        {{.name}}</summary>
        <div class="pair">
        <figure><figcaption>Input</figcaption><pre tabindex="0">
        {{.input}}</pre></figure>
        <figure><figcaption>Expected</figcaption><pre tabindex="0">
        {{{.expectedHTML}}}</pre></figure>
        <figure><figcaption>Got</figcaption><pre tabindex="0">
        {{{.gotHTML}}}</pre></figure>
        {{#.printed}}
        <figure><figcaption>Printed</figcaption><pre tabindex="0">
        {{.}}</pre></figure>
        {{/.printed}}
        </div>
        </details>
        {{/samples}}
        </section>
        {{/hasSamples}}
        {{#hasGrowth}}
        <section aria-labelledby="growth-title">
        <h2 id="growth-title">Growth</h2>
        {{#resources}}
        <h3 id="growth-{{.name}}">{{.title}}
        <span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.verdict}}</span></h3>
        {{#.bound}}
        <p>Asked for: <code>{{.}}</code></p>
        {{/.bound}}
        {{#.notes}}
        <p class="said">{{.}}</p>
        {{/.notes}}
        {{#.hasVariables}}
        <div class="scroll" role="region" aria-labelledby="growth-{{.name}}" tabindex="0">
        <table class="wide">
        <thead><tr>
        <th scope="col">Along</th>
        <th scope="col">Grows like</th>
        <th scope="col" class="figure">Exponent</th>
        <th scope="col" class="figure">Interval</th>
        <th scope="col">Verdict</th>
        <th scope="col">Sizes</th>
        <th scope="col">Family</th>
        </tr></thead>
        <tbody>
        {{#.variables}}
        <tr>
        <th scope="row">{{.name}}</th>
        <td>{{.grows}}</td>
        <td class="figure">{{.exponent}}</td>
        <td class="figure">{{.interval}}</td>
        <td><span class="verdict {{.tone}}"><span aria-hidden="true">{{.symbol}}</span> {{.verdict}}</span></td>
        <td>{{.sizes}}</td>
        <td>{{.family}}</td>
        </tr>
        {{/.variables}}
        </tbody>
        </table>
        </div>
        <p class="quiet">{{.legend}}</p>
        <div class="plots">
        {{#.variables}}
        {{{.plotHTML}}}
        {{/.variables}}
        </div>
        {{/.hasVariables}}
        {{/resources}}
        </section>
        {{/hasGrowth}}
        <section aria-labelledby="surroundings-title">
        <h2 id="surroundings-title">How it was graded</h2>
        <dl class="facts-list">
        {{#facts}}
        <div><dt>{{.name}}</dt><dd>{{.value}}</dd></div>
        {{/facts}}
        </dl>
        </section>
        """#
}
