package markup

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestLayoutTables: of pages laid out in tables, with fonts for classes and line
// breaks for paragraphs, the text is read without what the cells beside it hold.
func TestLayoutTables(t *testing.T) {
	const text = `Farmers on the upper Vire blocked the bridge at Sund with forty tractors on Tuesday, in protest against a dam that would flood their meadows.<br><br>
"We were asked in April and nobody wrote down what we said," said Ida Holm, who keeps sheep at Overby, as the police looked on from the other bank.<br><br>
The province has said that the dam will be built by 2009. Its spokesman, Carl Lind, said the meadows would be paid for at the price of building land.<br><br>
The tractors left at dusk. Another protest is planned for Friday, when the council meets in Norda.<br><br>`
	pages := map[string]string{
		"cells": `<html><head><title>The Vire Gazette - Tractors block the bridge at Sund in protest against dam</title></head><body bgcolor="white">
<table width="900"><tr><td colspan="3"><img src="m.gif" alt="The Vire Gazette"><font size="1">Wednesday 4th June, 2003 | Visitor 118204</font></td></tr>
<tr><td width="140"><font size="2"><b>Home</b><br>Politics<br>Farming<br>Letters<br><br>Small ads<br>Two ewes, gentle, Overby</font></td>
<td><font size="5"><b>Tractors block the bridge at Sund in protest against dam</b></font><br><font size="2">June 3, 2003, 9:40 pm</font><br><br>
<table align="right"><tr><td><img src="t.jpg"><br><font size="1">Tractors on the bridge yesterday at noon (Pic by Bo Ek)</font></td></tr></table>
<font size="3"><b>by Ann Dahl in Sund and Per Vik in Norda</b><br><br>` + text + `</font>
<font size="2">Please wait<br>Loading comments</font></td>
<td><font size="2"><b>Also today</b><br>Ferry late again</font></td></tr>
<tr><td colspan="3"><font size="1">Copyright Vire Press | Made by Webhus</font></td></tr></table></body></html>`,
		"office": `<html><head><title>Tractors block the bridge at Sund in protest against dam :: Province of Vire</title></head><body>
<ul><li>Start</li><li>Offices</li><li>Forms</li></ul>
<table><tr><td><b>Tractors block the bridge at Sund in protest against dam</b></td></tr><tr><td>3 June 2003</td></tr><tr><td>` + text + `</td></tr></table>
<ul><li>New forms for boats</li><li>The governor opens a school</li></ul><div>&copy; 2003 Province of Vire</div></body></html>`,
	}
	for name, outlet := range map[string]string{"cells": "The Vire Gazette", "office": "Province of Vire"} {
		as, why := Read(&stemma.Capture{ID: "c"}, block.Verbatim(pages[name], 0))
		if len(as) != 1 {
			t.Fatalf("%s: %d articles: %s", name, len(as), why)
		}
		a := as[0]
		if a.Title != "Tractors block the bridge at Sund in protest against dam" || a.Outlet != outlet || !strings.HasPrefix(a.Text, "Farmers on") || !strings.HasSuffix(a.Text, "in Norda.") {
			t.Errorf("%s: title %q, outlet %q, text %q", name, a.Title, a.Outlet, a.Text)
		}
		if name == "cells" && (strings.Join(a.Bylines, "; ") != "Ann Dahl; Per Vik" || strings.Join(a.Captions, "; ") != "Tractors on the bridge yesterday at noon" || a.Published == nil || a.Published.From.Format("2006-01-02 15:04 -0700") != "2003-06-03 21:40 +0000") {
			t.Errorf("bylines %q, captions %q, published %v", a.Bylines, a.Captions, a.Published)
		}
	}
}
