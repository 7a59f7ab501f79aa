package figure

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma/internal/lang"
)

// TestTree holds what the tree of a sentence tells of its numbers: what they
// count, of what they are, and whose they are.
func TestTree(t *testing.T) {
	for text, want := range map[string]string{
		"Turnout in the north was 38 per cent, down from 51 per cent, the electoral office said.":         "share 38 Turnout, the electoral office; share 51 fall in Turnout, the electoral office",
		"Shares in the lender slid nearly 12% after it set aside $1.3bn for bad loans.":                   "share nearly 12 fall in Shares; money 1.3e+09 $",
		"Rebels freed 23 of the 60 teachers they abducted in March, according to the diocese.":            "freed 23 teachers freed, the diocese; abducted 60 teachers abducted, the diocese",
		"Union leaders claimed 60,000 marched through Lyon, while the prefecture counted 14,000.":         "protesters 60000 protesters, Union leaders; protesters 14000 protesters, the prefecture",
		"Nearly 900 homes collapsed and 7,400 people were moved, local officials said at a briefing.":     "count nearly 900 homes, local officials; people 7400 people, local officials",
		"A judge handed the mayor a two-year suspended sentence and a $12,000 penalty.":                   "sentence 2 years in prison, A judge; money 12000 penalty",
		"The league suspended the captain and two of his deputies for 90 days.":                           "suspended 2 deputies suspended; sentence 90 days of suspension, The league",
		"The watchdog revised its estimate to 870 from 640.":                                              "count 870 estimate, The watchdog; count 640 estimate, The watchdog",
		"The opposition Lake Union (LU) party put the toll at nine.":                                      "dead 9 dead, The opposition Lake Union (LU) party",
		"They received 162 patients. Seventy-one were discharged. Nine are in intensive care.":            "people 162 patients; people 71 patients; people 9 patients",
		"Rs. 1,000,000 goes to each family, not the Rs. 500,000 announced earlier.":                       "money 1e+06 rupees; money 500000 rupees",
		"Twelve gunmen killed the guard; 31 of the deceased were identified and 23 homes destroyed.":      "people 12 gunmen; count 31 deceased; destroyed 23 homes destroyed",
		"He fled the town and evaded 300 officers; nine jurors were against the death penalty.":           "people 300 officers",
		"Of the yes votes 60-70% of city voters cast theirs early.":                                       "share 60-70 of city voters",
		"The board has 37 members in Leeds and 46 in York.":                                               "people 37 members; people 46 members",
		"The monitor raised its estimate of the sums staked on it to 9.2 million euros from 6.4 million.": "money 9.2e+06 €, The monitor; money 6.4e+06 €, The monitor",
		"The line between the two capitals has been dead for weeks. Dozens of Kenyans were arrested.":     "arrested dozens Kenyans arrested",
		"The levy rises from £18,600 to £38,700.":                                                         "money 18600 levy; money 38700 levy",
		"The blast killed 259 people, including 12 Kenyans, and injured 5,500.":                           "dead 259 people dead; dead 12 Kenyans dead; injured 5500 injured",
		"Ana Ruiz, 45, and her brother, 9, were killed on the A-47 near Gate 12 in a two-vehicle crash.":  "",
		"No one was hurt, and half a million people slept.":                                               "people 500000 people",
		"The club paid 450.000 euros, then 1,2 million euros.":                                            "money 450000 €; money 1.2e+06 €",
		"Some 72\u202f000 francs were found.":                                                             "money about 72000 francs",
		"Four of the 12 tank wagons were still burning.":                                                  "count 12 tank wagons",
		"Police put the toll at three and the opposition Lake Union (LU) at 11.":                          "dead 3 dead, Police; dead 11 dead, the opposition Lake Union (LU)",
		"The diocese says that 4,000 people walked behind him, the police 900.":                           "people 4000 people, The diocese; people 900 people, the police",
		"Thousands of miners marched. Police say 4,000.":                                                  "protesters thousands miners protesting; protesters 4000 miners protesting, Police",
		"The raid turned up Q84,300.00 in cash, and bail was set at Le 5 million each.":                   "money 84300 cash; money 5e+06 bail",
		"Two engineers were held for nine hours, and the tracker was switched off for 94 minutes.":        "held 2 engineers held; sentence 9 hours held; sentence 94 minutes switched off",
		"She walked out of prison on Thursday after 43 days.":                                             "sentence 43 days in prison",
		"He had been arrested four times.":                                                                "",
		"The quake levelled seven villages; two nuns were found slain.":                                   "destroyed 7 villages destroyed; dead 2 nuns dead",
		"Published estimates put the share as high as 40 percent.":                                        "share up to 40 share, Published estimates",
		"The commission under Judge Ana Ruiz gave its answer: 14 people dead.":                            "dead 14 people dead",
		"Lake TV gave the president 71 per cent of its news.":                                             "share 71 of news",
		"They raised a 20,000-man army.":                                                                  "people 20000 members",
		"Officials said 7,630 homes, 41 schools and 12 clinics were damaged across nine provinces.":       "damaged 7630 homes damaged, Officials; damaged 41 schools damaged, Officials; damaged 12 clinics damaged, Officials",
		"The death toll in the valley has risen to 44, with 310 people injured in 22 districts.":          "dead 44 dead; injured 310 people injured; count 22 districts",
		"The blast hurt 221 people, including 43 women and 24 nurses, and 50 men were kidnapped.":         "injured 221 people injured; injured 24 nurses injured; injured 43 women injured; abducted 50 men abducted",
		"Officials said 202 of the dead were miners; the slide claimed 30 lives.":                         "dead 202 dead, Officials; dead 30 lives, Officials",
		"The number of families who fled to the coast has risen to 9,000.":                                "displaced 9000 families displaced",
		"It carried 119 passengers and six crew; 36 French-made jets and two ships came.":                 "people 119 passengers; people 6 crew; arms 36 jets; count 2 ships",
		"Nearly 9,000 Lakelanders have sought refuge in the hills.":                                       "displaced nearly 9000 Lakelanders displaced",
		"A Falcon 72 jet with 70 people fell; eight in 10 voters were .500 short.":                        "people 70 people",
		"Brokers value it at between $58m and $60m.":                                                      "money 5.8e+07-6e+07 $, Brokers",
	} {
		a := article("a", text)
		var got []string
		for _, g := range Find(a, lang.Analyse(text, nil), nil, nil) {
			for _, c := range g.Cites {
				if err := c.Check(a); err != nil {
					t.Error(err)
				}
			}
			n := fmt.Sprintf("%g-%g", or(g.Low), or(g.High))
			if g.Value != nil {
				n = fmt.Sprintf("%g", *g.Value)
			} else if g.Words != "" {
				n = g.Words
			}
			s := strings.Join(strings.Fields(g.Measure+" "+g.Bound+" "+n+" "+g.What), " ")
			if g.AccordingTo != "" {
				s += ", " + g.AccordingTo
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s\n got %s\nwant %s", text, s, want)
		}
	}
}

func or(v *float64) float64 {
	if v == nil {
		return 0
	}
	return *v
}
