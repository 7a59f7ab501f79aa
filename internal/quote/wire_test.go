package quote

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

// mentionsOf are the places of persons' names in a text, in order.
func mentionsOf(text string, names ...string) (out []stemma.Mention) {
	for at := 0; at < len(text); at++ {
		for _, n := range names {
			if strings.HasPrefix(text[at:], n) {
				out = append(out, stemma.Mention{Name: n, Kind: stemma.Person, Cite: stemma.Cite{Spans: []stemma.Span{{Start: at, End: at + len(n)}}}})
				at += len(n)
				break
			}
		}
	}
	return out
}

// TestWire holds what wire copy and translated pages word in their own ways: each text
// with its quotes, "chain | addressee | content".
func TestWire(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`"The port will not pay the two men" – said Ana Ruiz today.`, []string{"Ana Ruiz||The port will not pay the two men"}},
		{`"The crew is in the care of doctors," Sputnik Peru quotes Ruiz.`, []string{"Ruiz > Sputnik Peru||The crew is in the care of doctors,"}},
		{"Norda handed four prisoners to Lima. Ana Ruiz announced this in the evening.", []string{"Ana Ruiz||Norda handed four prisoners to Lima."}},
		{"The minister signed an agreement in Lima. This was reported by the press service of the port.", []string{"the press service of the port||The minister signed an agreement in Lima."}},
		{"The minister signed an agreement in Lima. Ruiz said this was wrong.", []string{"Ruiz||this was wrong"}},
		{"Two people familiar with the deal, who asked not to be named, said Lima would buy 60 boats. \"They come soon,\" one said.",
			[]string{"Two people familiar with the deal||Lima would buy 60 boats", "Two people familiar with the deal||They come soon,"}},
		{"A port official said nine boats had sunk. \"They had no lights,\" the official said.", []string{"A port official||nine boats had sunk", "A port official||They had no lights,"}},
		{"A source in the port told \"Vesti\" that talks were held.", []string{"A source in the port > Vesti|\"Vesti\"|talks were held"}},
		{"Ruiz said the boats had been sent to the harbour to cut off supplies.", []string{"Ruiz||the boats had been sent to the harbour to cut off supplies"}},
		{"Quispe accused the union of hiding the losses.", []string{"Quispe||the union of hiding the losses"}},
		{"The court dismissed an appeal by the port. The mayor dismissed the claim as a lie.", []string{"The mayor||the claim as a lie"}},
		{"The union called on the mayor to resign.", []string{"The union|the mayor|to resign"}},
		{"The board added two firms to its list.", nil},
		{"It also fined the port, saying it had lost nine boats.", []string{"It||it had lost nine boats"}},
		{"She said 30 people, who swam ashore, were saved by fishermen.", []string{"She||30 people, who swam ashore, were saved by fishermen"}},
		{"They were freed after the mayor, Juan Lopez, issued a pardon, said Ana Ruiz, head of the prison.", []string{"Ana Ruiz||They were freed after the mayor, Juan Lopez, issued a pardon"}},
		{"Lopez' rival, Union candidate Ana Ruiz, claimed that the vote was rigged.", []string{"Ana Ruiz||the vote was rigged"}},
		{"“We took over,” declared one of the plotters, in a note.", []string{"one of the plotters||We took over,"}},
		{"Lima, April 28 (IANS) The owner of the port was held, a minister said.", []string{"a minister||The owner of the port was held"}},
		{"Here are some reactions:\n\nANA RUIZ, MAYOR OF LIMA:\n\n“This is a great day for the port.”\n\nUNION LEADER Juan Lopez:\n\n“We will go to the courts over this.”", []string{"ANA RUIZ||This is a great day for the port.", "Juan Lopez||We will go to the courts over this."}},
		{"The court found Ruiz guilty of theft.", nil},
		{"As per reports, the deal is for four ships. As per usual, the port was shut.", []string{"reports||the deal is for four ships"}},
		{"According to Reuters, citing a statement, the curfew will last a week.", []string{"a statement > Reuters||the curfew will last a week"}},
		{"Draped in a flag with six men at his side, Ruiz said in his address, “We save the country.”", []string{"Ruiz||We save the country."}},
	} {
		a := article(c.text)
		d := lang.Analyse(c.text, nil)
		var got []string
		for _, q := range Find(a, d, mentionsOf(c.text, "Ana Ruiz", "Ruiz", "Quispe", "Juan Lopez")) {
			var who []string
			for _, h := range q.Chain {
				who = append(who, h.Who)
			}
			got = append(got, strings.Join(who, " > ")+"|"+q.AddresseeText+"|"+q.Text)
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
