package dump

import "testing"

func TestMonitored(t *testing.T) {
	for s, want := range map[string]string{
		"Text of report by private Norwegian radio station Radio Harbour on 3 May":                         "Radio Harbour",
		"Text of report in English by Norwegian news agency NTB":                                           "NTB",
		"Excerpt from report by Quayside Ledger website on 3 May, subheadings inserted editorially":        "Quayside Ledger",
		"Text of report by Harbour TV, Bergen":                                                             "Harbour TV",
		"Text of article by Ann Example: \"The gates\", published by Norwegian newspaper Tidende on 3 May": "Tidende",
	} {
		if m := reportOf.FindStringSubmatch(s); m == nil || m[1] != want {
			t.Errorf("%q is the report of %q, want %q", s, m, want)
		}
	}
	for s, want := range map[string][2]string{
		"Source: Radio Harbour, Bergen, in English 0700 gmt 3 May 19":          {"Radio Harbour", "Bergen"},
		"Source: Quayside Ledger website, Port Ann, in Norwegian 12 Dec 19":    {"Quayside Ledger", "Port Ann"},
		"Source: NTB news agency, Oslo, in Norwegian 1305 gmt 3 May 19 /AE mj": {"NTB news agency", "Oslo"},
	} {
		if m := sourceOf.FindStringSubmatch(s); m == nil || m[1] != want[0] || m[2] != want[1] {
			t.Errorf("%q names %q, want %q", s, m, want)
		}
	}
}
