package markup

import (
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestStandfirst reads the lead below a headline: by its class, above the line that
// says who wrote, as points; and none where the text begins at once.
func TestStandfirst(t *testing.T) {
	text := `<div class="body"><p>HAVEN, 4 May - The ferry between Haven and Lund will run again from Monday, the harbour board said, after eleven weeks at the quay.</p>
		<p>"We have a ship and a crew, and now we have a bridge to land at," said its director, Nils Brandt, who came to see the first trial with forty others.</p>
		<p>The bridge was broken by ice in February. Divers found the last of it on the ground of the harbour in April, forty metres from where it had stood.</p></div>`
	for name, c := range map[string]struct{ head, want string }{
		"class": {`<h1>Ferry to run again from Monday</h1><p class="c-subhead">Eleven weeks, one bridge</p><img src=a.jpg>`, "Eleven weeks, one bridge"},
		"above the writer": {`<h1>Ferry to run again from Monday</h1><p>The harbour board has found a bridge and says who pays for it.</p>
			<p>By Ann Example</p><p>4 May 2021</p>`, "The harbour board has found a bridge and says who pays for it."},
		"points": {`<h1>Ferry to run again from Monday</h1><p>By Ann Example, 4 May 2021</p><h3>Key points</h3><ul><li>A bridge is found</li><li>The town pays for it</li></ul>`,
			"A bridge is found The town pays for it"},
		"a writer's life": {`<h1>Ferry to run again from Monday</h1><p>Ann Example writes on harbours and what lies in them.</p><p>By Ann Example</p><p>4 May 2021</p>`, ""},
		"none":            {`<h1>Ferry to run again from Monday</h1><p>By Ann Example</p><p>4 May 2021</p>`, ""},
	} {
		as, _ := Read(&stemma.Capture{ID: "c"}, block.Verbatim(`<html><head><title>Ferry to run again from Monday</title></head><body><article>`+c.head+text+`</article></body></html>`, 0))
		if len(as) != 1 || as[0].Standfirst != c.want {
			t.Errorf("%s: %d articles, standfirst %q, want %q", name, len(as), as[0].Standfirst, c.want)
		}
	}
}
