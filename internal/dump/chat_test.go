package dump

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestChat reads what messengers write out: author, day and words of each
// message, and what is sent on.
func TestChat(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"copied from Telegram": {`Harbour Watch, [04.10.2022 18:07]
Ferries stopped again, the union says on its page

Harbour Watch, [04.10.2022 18:09]
Forwarded from The Lake Courier
SUND, Oct 4 (Reuters) - Dock workers in Sund voted on Tuesday to extend their strike for a third week.

Harbour Watch, [04.10.2022 18:30]
It is over?
`, `1 Harbour Watch 2022-10-04 18:07: Ferries stopped again, the union says on its page
2 Harbour Watch 2022-10-04 18:09: SUND, Oct 4 (Reuters) - Dock workers in Sund voted on Tuesday to extend their strike for a third week.
2/1 The Lake Courier 2022-10-04 00:00: SUND, Oct 4 (Reuters) - Dock workers in Sund voted on Tuesday to extend their strike for a third week.
3 Harbour Watch 2022-10-04 18:30: It is over?
`},
		"shown on the web": {`Harbour Watch
4 831 subscribers
All about the harbour

4 October 2022

Harbour Watch
Ferries stopped again. If you are in Sund, stay there.
👍 41 😢 12
2.1K views 18:07

Harbour Watch
Forwarded from The Lake Courier
SUND, Oct 4 (Reuters) - Dock workers in Sund voted on Tuesday to extend their strike for a third week.
7.7K views 18:31

5 October 2022

Harbour Watch
↩ The Lake Courier  Dock workers...
It is over: they pay.

All of it.
5.2K views edited 7:50
`, `1 Harbour Watch 2022-10-04 18:07: Ferries stopped again. If you are in Sund, stay there.
2 Harbour Watch 2022-10-04 18:31: SUND, Oct 4 (Reuters) - Dock workers in Sund voted on Tuesday to extend their strike for a third week.
2/1 The Lake Courier 2022-10-04 00:00: SUND, Oct 4 (Reuters) - Dock workers in Sund voted on Tuesday to extend their strike for a third week.
3 Harbour Watch 2022-10-05 07:50: It is over: they pay. / All of it.
`},
		"exported from Telegram": {`Harbour Watch
Exported: 17.10.2022

4 October 2022

Harbour Watch
18:07
Ferries stopped again. If you are in Sund, stay there.
4.1K views

5 October 2022

Harbour Watch
07:32
It is over: they pay.
Photo
11.8K views, edited 17:20

Ida
07:40
Who says so?
`, `1 Harbour Watch 2022-10-04 18:07: Ferries stopped again. If you are in Sund, stay there.
2 Harbour Watch 2022-10-05 07:32: It is over: they pay.
3 Ida 2022-10-05 07:40: Who says so?
`},
		"WhatsApp": {`13/10/2022, 18:01 - Messages and calls are end-to-end encrypted.
13/10/2022, 18:07 - Ana Ruiz: Ferries stopped again
13/10/2022, 18:09 - Carl: <Media omitted>
13/10/2022, 18:10 - +44 7700 900123: Norda says it is over:
"No ferry leaves this harbour," the union said
13/10/2022, 18:12 - Ana Ruiz: ok
`, `1 Ana Ruiz 2022-10-13 18:07: Ferries stopped again
2 +44 7700 900123 2022-10-13 18:10: Norda says it is over: / "No ferry leaves this harbour," the union said
3 Ana Ruiz 2022-10-13 18:12: ok
`},
		"a live page": {"Strike in Sund: as it happened\n\n4 October 2022\n\n18:07\nUnion says no\n\nThe union said on Tuesday that no ferry leaves.\n\n17:40\nTalks begin\n\nTalks on pay have begun in Sund, the port authority said.\n\n17:02\nWhat we know\n\nFerries have not left the port since Monday, and none will before Friday.\n", ""},
	} {
		var got strings.Builder
		for _, a := range readChat(&stemma.Capture{ID: "c"}, block.Verbatim(c.in, 0), chat(c.in)) {
			who, day := a.Author+a.Outlet, ""
			if a.Published != nil {
				day = a.Published.From.Format(" 2006-01-02 15:04")
			}
			fmt.Fprintf(&got, "%s %s%s: %s\n", a.Slot, who, day, strings.ReplaceAll(a.Text, "\n\n", " / "))
		}
		if got.String() != c.want {
			t.Errorf("%s: got\n%swant\n%s", name, got.String(), c.want)
		}
	}
}
