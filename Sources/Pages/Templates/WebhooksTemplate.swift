extension Template {
    /// Webhooks, and the log of what was sent to them.
    static let webhooksText = #"""
        <h1>Webhooks</h1>
        {{#isEmpty}}
        <p class="empty">Nobody is told what happens: <code>judge webhook add NAME URL</code> adds a webhook.</p>
        {{/isEmpty}}
        {{^isEmpty}}
        <div class="scroll" role="region" aria-label="Webhooks" tabindex="0">
        <table>
        <thead><tr>
        <th scope="col">Name</th>
        <th scope="col">Format</th>
        <th scope="col">Told</th>
        <th scope="col">State</th>
        <th scope="col">Address</th>
        <th scope="col">Actions</th>
        </tr></thead>
        <tbody>
        {{#webhooks}}
        <tr>
        <th scope="row"><a href="/webhooks?name={{.name}}">{{.name}}</a></th>
        <td>{{.format}}</td>
        <td class="long">{{.told}}</td>
        <td class="long">{{.state}}</td>
        <td><code>{{.address}}</code></td>
        <td>
        {{#.isOn}}
        <form method="post" action="/webhooks/{{.name}}/test">
        <input type="hidden" name="csrf" value="{{.csrf}}"/><button class="quiet small">Test<span class="hidden">
        {{.name}}</span></button>
        </form>
        {{/.isOn}}
        </td>
        </tr>
        {{/webhooks}}
        </tbody>
        </table>
        </div>
        <section aria-labelledby="deliveries-title">
        <h2 id="deliveries-title">Deliveries{{#only}} to {{.}}{{/only}}</h2>
        {{#only}}
        <p><a href="/webhooks">Those to all</a></p>
        {{/only}}
        {{^hasDeliveries}}
        <p class="empty">Nothing has been sent yet.</p>
        {{/hasDeliveries}}
        {{#hasDeliveries}}
        <div class="scroll" role="region" aria-labelledby="deliveries-title" tabindex="0">
        <table class="wide">
        <thead><tr>
        <th scope="col" class="figure">No</th>
        <th scope="col">Webhook</th>
        <th scope="col">Event</th>
        <th scope="col">Happened</th>
        <th scope="col">State</th>
        <th scope="col" class="figure">Tries</th>
        <th scope="col">Last answer</th>
        </tr></thead>
        <tbody>
        {{#deliveries}}
        <tr>
        <td class="figure">{{.id}}</td>
        <td>{{.webhook}}</td>
        <td>{{#.submission}}<a href="/submissions/{{.}}">{{/.submission}}{{.event}}{{#.submission}}</a>{{/.submission}}</td>
        <td>{{{.atHTML}}}</td>
        <td>{{.state}}
        {{#.isDead}}
        <form method="post" action="/webhooks/{{.webhook}}/replay">
        <input type="hidden" name="csrf" value="{{.csrf}}"/><input type="hidden" name="delivery" value="{{.id}}"/>
        <button class="quiet small">Send again<span class="hidden"> number {{.id}}</span></button>
        </form>
        {{/.isDead}}
        </td>
        <td class="figure">{{.attempts}}</td>
        <td class="long">{{.answer}}</td>
        </tr>
        {{/deliveries}}
        </tbody>
        </table>
        </div>
        {{/hasDeliveries}}
        {{#older}}
        <p><a class="button quiet" rel="next" href="{{.}}">Older</a></p>
        {{/older}}
        </section>
        {{/isEmpty}}
        """#
}
