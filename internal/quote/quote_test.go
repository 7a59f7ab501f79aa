package quote

import (
	"slices"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/lang"
)

func TestVerbs(t *testing.T) {
	if l := strings.Split(strings.TrimSpace(verbsText), "\n"); !slices.IsSorted(l) {
		t.Error("verbs.txt is not sorted")
	}
	if f := verbs()["said"]; f.lemma != "say" || f.ing {
		t.Errorf("said: %+v", f)
	}
}

func article(text string) *stemma.Article {
	return &stemma.Article{ID: "a", Capture: "c", Text: text,
		Source: []stemma.Source{{Span: stemma.Span{Start: 0, End: len(text)}, Range: stemma.Range{Start: 0, End: len(text)}}}}
}

// show writes the quotes of a text: kind, speaker > tellers: words.
func show(s string) []string { return showIn(&lang.Document{Text: s}) }

func showIn(d *lang.Document) []string {
	a := article(d.Text)
	var out []string
	for _, q := range Find(a, d, nil) {
		var who []string
		for _, h := range q.Chain {
			who = append(who, h.Who)
		}
		line := q.Kind + " " + strings.Join(who, " > ")
		if q.AddresseeText != "" {
			line += " to " + q.AddresseeText
		}
		out = append(out, line+": "+q.Text)
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`"We stay," Ruiz said.`, []string{`direct Ruiz: We stay,`}},
		{`“We stay,” said Ana Ruiz, head of the union.`, []string{`direct Ana Ruiz: We stay,`}},
		{`"We stay," Ruiz said, "and we work."`, []string{`direct Ruiz: We stay, and we work.`}},
		{`"We will go on with the work," TASS quoted Ruiz as saying late on Tuesday.`, []string{`direct Ruiz > TASS: We will go on with the work,`}},
		{`Ruiz was quoted by Kyodo as saying that the port would open soon.`, []string{`indirect Ruiz > Kyodo: the port would open soon`}},
		{`The port will open on Monday, a source close to the owner told Reuters.`, []string{`indirect a source close to the owner > Reuters: The port will open on Monday`}},
		{`Ruiz told her guests that the port was shut.`, []string{`indirect Ruiz to her guests: the port was shut`}},
		{`Ruiz said Sunday afternoon that the port was shut.`, []string{`indirect Ruiz: the port was shut`}},
		{`Ruiz said late Monday night the port was shut.`, []string{`indirect Ruiz: the port was shut`}},
		{`At least nine died, according to the Red Crescent.`, []string{`indirect the Red Crescent: At least nine died`}},
		{`"We stay," Ruiz said, adding that the port is a "true home" of trade.`, []string{`direct Ruiz: We stay,`, `mixed Ruiz: the port is a "true home" of trade`}},
		{`Divers on Thursday found four more bodies in a wreck that sank off Lima, the navy said.`, []string{`indirect the navy: Divers on Thursday found four more bodies in a wreck that sank off Lima`}},
		{`A clerk, who was not allowed to speak to the press, told Reuters that a warning had come.`, []string{`indirect A clerk > Reuters: a warning had come`}},
		{`Her father, the former mayor Ana Ruiz, said that the port was shut.`, []string{`indirect Ana Ruiz: the port was shut`}},
		{`The South's Defence Minister, Ana Ruiz, said that the port was shut.`, []string{`indirect Ana Ruiz: the port was shut`}},
		{`"We stay," Ruiz told this newspaper.`, []string{`direct Ruiz to this newspaper: We stay,`}},
		{`The "Sea Gate" opened, as planned.`, nil},
	} {
		if got := show(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestFindWithTrees reads what needs tags or trees.
func TestFindWithTrees(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`The harbour, Ruiz said, will stay open.`, []string{`indirect Ruiz: The harbour will stay open`}},
		{`It was, Ruiz said, one of the worst nights of her life.`, []string{`indirect Ruiz: It was one of the worst nights of her life`}},
		{`This harvest, Ruiz says, is different.`, []string{`indirect Ruiz: This harvest is different`}},
		{`It is her job, Ruiz said, to talk to the press about the threat.`, []string{`indirect Ruiz: It is her job to talk to the press about the threat`}},
		{`In that last step, officers can search the ship, federal officials said.`, []string{`indirect federal officials: In that last step, officers can search the ship`}},
		{`Unions that have endorsed him say they believe the deal should be signed.`, []string{`indirect Unions: they believe the deal should be signed`}},
		{`Some said they had heard shots.`, []string{`indirect Some: they had heard shots`}},
		{`The policy changes, which officials said will go into effect in the next few months, will not apply to all migrants.`, []string{`indirect officials: will go into effect in the next few months`}},
		{`The budget office said about half of the rise came from lost taxes.`, []string{`indirect The budget office: about half of the rise came from lost taxes`}},
		{`Opposition lawmakers asked why the report had been kept secret.`, []string{`indirect Opposition lawmakers: why the report had been kept secret`}},
		{`Police put the crowd at more than 2,000 on Friday.`, []string{`indirect Police: the crowd at more than 2,000`}},
		{`The club raised ticket prices to 40 euros.`, nil},
		{`Ruiz told the dockers that the port was shut. “We stay here,” Ruiz said.`, []string{`indirect Ruiz to the dockers: the port was shut`, `direct Ruiz to the dockers: We stay here,`}},
		{`“We closed our office in March and went home for a year.” —Ana Ruiz, founder of a bank`, []string{`direct Ana Ruiz: We closed our office in March and went home for a year.`}},
		{`“We heard shots,” tourist Ana Ruiz, 18, from Truro, Cornwall, told Reuters.`, []string{`direct tourist Ana Ruiz > Reuters: We heard shots,`}},
		{`As Ruiz put it, the port "was a trap".`, []string{`mixed Ruiz: the port "was a trap"`}},
		{`In May, Ruiz said, the harbour was "a swamp".`, []string{`mixed Ruiz: the harbour was "a swamp"`}},
		{`Ruiz is promising that the port will be "a new start".`, []string{`mixed Ruiz: the port will be "a new start"`}},
		{`Ruiz went on to say that the port was "a swamp".`, []string{`mixed Ruiz: the port was "a swamp"`}},
		{`Ruiz asked the owner whether he would "sell the port".`, []string{`mixed Ruiz to the owner: whether he would "sell the port"`}},
		{`Ruiz called the port "a swamp," a word the owner hates, and left.`, []string{`mixed Ruiz: the port "a swamp,"`}},
		{`Ruiz said she was grateful for what she called "a true friendship".`, []string{`mixed Ruiz: she was grateful for what she called "a true friendship"`}},
		{`Ana Ruiz repeated her claim that the port was "a swamp".`, []string{`mixed her: the port was "a swamp"`}},
		{`Ruiz repeated his claim during the talks that the port was "a swamp".`, []string{`mixed his: the port was "a swamp"`}},
		{`"We stay," Ruiz said. "We work." She left.`, []string{`direct Ruiz: We stay, We work.`}},
		{`Ana Ruiz, who leads the union, said that the port was shut.`, []string{`indirect Ana Ruiz: the port was shut`}},
		{`He told guests that he agrees the port is a "total swamp".`, []string{`mixed He to guests: he agrees the port is a "total swamp"`}},
		{`As the columnist Ana Luna had written just a few years earlier, "We could not have a port without Ruiz."`, []string{`direct the columnist Ana Luna: We could not have a port without Ruiz.`}},
		{`Another source familiar with Ruiz's thinking said, "I think he will try to be more friendly."`, []string{`direct Another source familiar with Ruiz's thinking: I think he will try to be more friendly.`}},
		{`At one point, Ruiz said guests were calling "every ten minutes."`, []string{`mixed Ruiz: guests were calling "every ten minutes."`}},
		{`Guests agree - Carl Luna: "One of the biggest lessons was a simple one."`, []string{`direct Carl Luna: One of the biggest lessons was a simple one.`}},
		{`A town official who spoke anonymously to discuss the plan said Monday, "There are talks about the port."`, []string{`direct A town official: There are talks about the port.`}},
		{`"It was hard on us," as Ruiz puts it, "and we were hard on the town."`, []string{`direct Ruiz: It was hard on us, and we were hard on the town.`}},
		{`"You were hard on me," Ruiz told the mayor, according to officials with knowledge of it.`, []string{`direct Ruiz > officials to the mayor: You were hard on me,`}},
		{`Ms. Luna admitted that even she found the "debt stack" odd.`, []string{`mixed Ms. Luna: even she found the "debt stack" odd`}},
		{`Juan Quispe left. From the Lima Herald: "The harbour was never safe."`, []string{`direct the Lima Herald: The harbour was never safe.`}},
		{`Juan Quispe left. According to the Lima Herald: "The harbour was never safe."`, []string{`direct the Lima Herald: The harbour was never safe.`}},
		{`The port was shut because, in Ana Ruiz's words, "nobody in this town can build a wall."`, []string{`direct Ana Ruiz: nobody in this town can build a wall.`}},
		{`Juan Quispe was asked by Ana Ruiz, who leads the union, "Was the harbour ever safe for us?"`, []string{`direct Ana Ruiz to Juan Quispe: Was the harbour ever safe for us?`}},
		{`Juan Quispe closed the port, with Ana Ruiz yelling: "The harbour was never safe!"`, []string{`direct Ana Ruiz: The harbour was never safe!`}},
		{`In other words, explained Ana Ruiz: "What does that have to do with the port?"`, []string{`direct Ana Ruiz: What does that have to do with the port?`}},
		{`"The port needs work," Ruiz notes. "It always did."`, []string{`direct Ruiz: The port needs work, It always did.`}},
		{`"The port needs work!" reacted Ana Ruiz.`, []string{`direct Ana Ruiz: The port needs work!`}},
		{`"The port needs work," the party chief riffed on her answer. "It always did."`, []string{`direct the party chief: The port needs work, It always did.`}},
		{`"It needs work?" a reporter could be heard asking Ruiz after the talks.`, []string{`direct a reporter: It needs work?`}},
		{"\"The port needs work,\" Ruiz said. \"It always did.\n\"And it will again.\"\nShe left.", []string{`direct Ruiz: The port needs work, It always did. And it will again.`}},
		{`"The port needs work," Ruiz said on "Meet the Town." "It always did."`, []string{`direct Ruiz: The port needs work, It always did.`}},
		{`Ana Ruiz cautioned that the storm underlines a need for "calm and steady work."`, []string{`mixed Ana Ruiz: the storm underlines a need for "calm and steady work."`}},
		{`Alarmed by news from Lima, Ana Ruiz, the mayor, said that the port was "a swamp."`, []string{`mixed Ana Ruiz: the port was "a swamp."`}},
		{`Hastily leaving the talks, Ana Ruiz shut the port and stressed that the port was "a swamp."`, []string{`mixed Ana Ruiz: the port was "a swamp."`}},
		{`She told the station's "Good Day" that the port was "a swamp."`, []string{`mixed She to the station's "Good Day": the port was "a swamp."`}},
		{`Ms. Acosta admitted that even she found the "debt stack" odd and called the plan "a great example" of it.`, []string{`mixed Ms. Acosta: even she found the "debt stack" odd`, `mixed Ms. Acosta: the plan "a great example" of it`}},
		{`Ruiz suggested that her "low spirits" were behind the tone, called her "third-rate" and stayed away.`, []string{`mixed Ruiz: her "low spirits" were behind the tone`, `mixed Ruiz: her "third-rate"`}},
		{`He sincerely believes, he said, that "Ruiz is a really good guy."`, []string{`mixed he: He sincerely believes that "Ruiz is a really good guy."`}},
		{`Asked what he believed about the plan, he said, "It's the wrong thing, but we have no right to judge."`, []string{`direct he: It's the wrong thing, but we have no right to judge.`}},
		{`The riddle of Lima, says Carl Ruiz, a clerk at the port, is that it was "one of the richest towns."`, []string{`mixed Carl Ruiz: The riddle of Lima is that it was "one of the richest towns."`}},
		{`Ana Ruiz, whose firm, Norte, owns the quay, argues that the plan would "kill the port."`, []string{`mixed Ana Ruiz: the plan would "kill the port."`}},
		{`Ruiz suggested that the port was shut - "For good, and we need to get used to it," she said - and left.`, []string{`indirect Ruiz: the port was shut`, `direct Ruiz: For good, and we need to get used to it,`}},
		{`Towns that think "the port has no need of us are badly wrong," she said.`, []string{`mixed she: Towns that think "the port has no need of us are badly wrong,"`}},
		{`When a reporter asked about the plan, Ruiz replied, "Ask the mayor of the town."`, []string{`direct Ruiz: Ask the mayor of the town.`}},
		{`Ruiz has said he would be "an honest broker" and has called the mayor "a crook."`, []string{`mixed Ruiz: he would be "an honest broker"`, `mixed Ruiz: the mayor "a crook."`}},
		{`The plan would be "a trap," Ruiz said in a letter, and "a gift to thieves."`, []string{`mixed Ruiz: The plan would be "a trap," "a gift to thieves."`}},
		{`"I think he is wrong," said one voter, Ana Luna, 52, a nurse. "Wrong."`, []string{`direct Ana Luna: I think he is wrong, Wrong.`}},
		{`"The port is not for sale," said Ruiz, adding: "It never will be."`, []string{`direct Ruiz: The port is not for sale,`, `direct Ruiz: It never will be.`}},
		{`Ruiz, who once described the mayor as "a friend for life," left on Monday.`, []string{`mixed Ruiz: the mayor as "a friend for life,"`}},
		{`"An awful lot of people said so," remembered Rosa Quispe, the port's former chief.`, []string{`direct Rosa Quispe: An awful lot of people said so,`}},
	} {
		if got := showIn(lang.Analyse(c.text, nil)); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// FuzzFind: every quote's spans lie in the text and hold its words.
func FuzzFind(f *testing.F) {
	f.Add("\"We stay,\" he said. “A «b” c» said Ruiz: 'd' \xff\n\n\"and")
	f.Add(`"We go," RIA quoted Ruiz as saying, adding: "x"`)
	f.Fuzz(func(t *testing.T, s string) {
		a := article(s)
		for _, q := range Find(a, &lang.Document{Text: s}, nil) {
			if x, err := stemma.Exact(s, q.Spans); err != nil || x != q.Text {
				t.Fatalf("%q: %v", q.Text, err)
			}
			for _, h := range q.Chain {
				for _, c := range h.Cites {
					if err := c.Check(a); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	})
}

// FuzzTrees: the same, with what the language engine makes of the text.
func FuzzTrees(f *testing.F) {
	f.Add("The harbour, Ruiz said, \"is open.\" She left: \"no\".")
	f.Add("Ruiz, 41, of Lima, who left, called it \"a trap,\" and went on to say what she called “a” claim that \"x\"")
	f.Fuzz(func(t *testing.T, s string) {
		a := article(s)
		for _, q := range Find(a, lang.Analyse(s, nil), nil) {
			if x, err := stemma.Exact(s, q.Spans); err != nil || x != q.Text {
				t.Fatalf("%q: %v", q.Text, err)
			}
		}
	})
}

// Wordings of one thing, and of two that begin alike.
func TestAlike(t *testing.T) {
	a := "Nobody told our people to stay ashore"
	if x, y := Alike(a, "No one ordered our crews to stay in port"), Alike(a, "No one told us that a storm was coming"); x < pressedAt || y >= pressedAt {
		t.Errorf("one thing %.2f, two things %.2f, joined from %.2f", x, y, pressedAt)
	}
}

// TestWays holds ways of pages that cases nobody here wrote showed.
func TestWays(t *testing.T) {
	for _, c := range []struct{ text, words, speaker string }{
		{"Ghana's energy and water minister, Ana Ruiz, rejected the claim that \"nobody knew\".", "the claim that \"nobody knew\"", "Ana Ruiz"},
		{"In San Marcos, Bo Lind, a market trader, said he had lost his boat.", "he had lost his boat", "Bo Lind"},
		{"In a brief statement the company said that it \"deeply regrets\" the loss.", "it \"deeply regrets\" the loss", "the company"},
		{"The firm denied it that evening in a short statement: “We know nothing of it.”", "We know nothing of it.", "The firm"},
		{"‘We stay here, all of us,’ Ruiz, 54, said in a letter. ‘The boys’ house is safe.’", "We stay here, all of us, The boys’ house is safe.", "Ruiz"},
		{"‘A man wrote to me: “Go home.”’ Ruiz told the court.", "A man wrote to me: “Go home.”", "Ruiz"},
	} {
		a := article(c.text)
		found := false
		var got []string
		for _, q := range Find(a, lang.Analyse(a.Text, nil), nil) {
			found = found || q.Text == c.words && q.SpeakerText == c.speaker
			got = append(got, q.SpeakerText+": "+q.Text)
		}
		if !found {
			t.Errorf("%s: got %q", c.text, got)
		}
	}
}

// TestTold gives a pronoun to the one whom the sentence before tells of.
func TestTold(t *testing.T) {
	text := "“We stay,” Ana Ruiz said.\n\nPablo Quispe, the mayor, has been asked to resign.\n\n“I love Ana Ruiz, but never,” he said."
	d := lang.Analyse(text, nil)
	a := article(text)
	var ms []stemma.Mention
	for _, name := range []string{"Ana Ruiz", "Pablo Quispe"} {
		at := 0
		for i := strings.Index(text, name); i >= 0; i = strings.Index(text[at:], name) {
			ms = append(ms, stemma.Mention{Name: name, Kind: stemma.Person, Cite: a.Cite(stemma.Span{Start: at + i, End: at + i + len(name)})})
			at += i + len(name)
		}
	}
	slices.SortFunc(ms, func(x, y stemma.Mention) int { return x.Cite.Spans[0].Start - y.Cite.Spans[0].Start })
	qs := Find(a, d, ms)
	if n := len(qs); n != 2 || qs[1].Chain[0].Who != "Pablo Quispe" {
		t.Errorf("%d quotes, the last by %v", n, qs[n-1].Chain)
	}
}
