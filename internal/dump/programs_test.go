package dump

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// what four people say, in the layouts of forum programs.
var (
	speakers = []string{"heron", "moss", "lockside", "teal"}
	remarksT = []string{
		"The pump on the lower lock has been out since Easter and nobody at the trust will say when it comes back. Has anyone heard more than that?",
		"I asked the keeper on Friday. He says the part is ordered from abroad and takes six weeks, so I would not plan on June.",
		"Thanks. Then we go round by the river instead, it is longer but at least there is water in it.",
		"We did the river last year. Mind the shoal below the second bridge, it has grown and the marker is gone.",
	}
)

// program is a forum program: what it prints above, for each post and below.
// In post, NAME, TEXT, DAY, RE and {N} stand for what they say, {N} counts from 1.
type program struct{ name, above, post, below string }

var programs = []program{
	{"vBulletin 4", "Boats Forum\nForum\nNew Posts\nFAQ\nForum Actions\nThread: Lower lock closed?\nThread Tools\nDisplay\n",
		"DAY-05-2015, 10:22 AM #{N}\nNAME NAME is offline\nSenior Member\nJoin Date\nJan 2009\nLocation\nUpper Weir\nPosts\n120\nRELower lock closed?\nTEXT\nReply With Quote Reply With Quote\n", "« Previous Thread | Next Thread »\nPosting Permissions\n"},
	{"vBulletin 3", "Boats Forum > Waterways > The south canal\nReload this Page Lower lock closed?\nRegister FAQ Members List Calendar\n\n",
		"Old DAYth May 2009, 10:20\n   #{N}\nNAME\nRegistered User\n \nJoin Date: Jan 2006\nLocation: Upper Weir\nPosts: 120\nTEXT\n__________________\nFair winds\nNAME is offline   Reply With Quote\n", "« Previous Thread | Next Thread »\n"},
	{"Invision 4", "Boats\nExisting user? Sign In\nBrowse\nActivity\nLower lock closed?\nBy heron,\nMay 12, 2019 in The south canal\nShare\nFollowers\n2\nRecommended Posts\n",
		"NAME\n120\nNAME\nMembers\n 120\n50 posts\nLocation:Upper Weir\nPosted May DAY, 2019\nTEXT\n\nQuote\nLink to comment\nShare on other sites\n", "Create an account or sign in to comment\n"},
	{"Flarum", "Boats\nLog In\nSign Up\nLower lock closed?\nThe south canal\n", "NAME\n12 May 2019\nEdited\nTEXT\n\nReply\n\n", "Write a Reply...\n"},
	{"Hacker News", "Hacker News new | past | comments\nLower lock closed? (example.org)\n142 points by heron on May 12, 2019 | hide | past | favorite | 4 comments\n\n",
		"NAME on May DAY, 2019 | root | parent | next [–]\n\nTEXT\nreply\n\n", "Guidelines | FAQ | Lists | API | Security | Legal | Contact\n"},
	{"Khoros", "Boats Community\nSign In\nLower lock closed?\nOptions\nSubscribe to RSS Feed\nMark Topic as New\n",
		"NAME\nFrequent Visitor\n\u200e05-DAY-2019 10:20 AM\nMark as New\nBookmark\nSubscribe\nMute\nSubscribe to RSS Feed\nPermalink\nPrint\nReport Inappropriate Content\nTEXT\n\nLabels: Locks\nMessage {N} of 4\n1,023 Views\n0 Kudos\nReply\n", ""},
	{"GitHub", "Skip to content\nSign in\nboats / waterways\nLower lock closed? #412\nOpen\nheron opened this issue May 12, 2019 · 3 comments\nComments\n",
		"@NAME\nNAME commented May DAY, 2019 •\nedited\nTEXT\n\n👍 3\n", "Sign up for free to join this conversation.\n"},
	{"Mumsnet", "Talk\nActive\nLower lock closed?\n3 replies\n", "NAME · DAY/05/2019 10:20\n\nTEXT\n\nShare\nAdd post\n", ""},
	{"bbPress", "Boats › Forums › Waterways › Lower lock closed?\nThis topic has 3 replies, 4 voices, and was last updated 2 years ago by Teal.\nViewing 4 posts - 1 through 4 (of 4 total)\nAuthor\nPosts\n",
		"May DAY, 2019 at 10:20 am #412{N}\nNAME\nParticipant\nTEXT\n\n", "Author\nPosts\nViewing 4 posts - 1 through 4 (of 4 total)\n"},
	{"phpBB 2", "Boats Forum Index -> Waterways\nView previous topic :: View next topic\nAuthor Message\n",
		"NAME\nDeckhand\n\nJoined: 03 Jan 2004\nPosts: 120\nLocation: Upper Weir\nPosted: Wed May DAY, 2006 10:20 am    Post subject: RELower lock closed?\nTEXT\nBack to top\n", "All times are GMT\nPage 1 of 1\n"},
	{"Google Groups", "Lower lock closed?\n41 views\nSkip to first unread message\n\n", "NAME\nunread,\nMay DAY, 2019, 10:20:33 AM\nto boats\n\nTEXT\n\n", "Reply all\nReply to author\nForward\n"},
	{"Discourse app", "Boats\nSign Up\nLog In\nLower lock closed?\nWaterways\n", "NAME\n2d\nTEXT\n\n2\n\n\nReply\n", "Related topics\n"},
	{"XenForo 1", "Boats\nLog in or Sign up\nForums > Waterways > The south canal >\nLower lock closed?\nDiscussion in 'The south canal' started by heron, May 12, 2014.\n\n",
		"NAME\nNAME\nWell-Known Member\n\nJoined:\nJan 3, 2010\nMessages:\n120\nLikes Received:\n41\nTrophy Points:\n93\nLocation:\nUpper Weir\nTEXT\nNAME, May DAY, 2014\n#{N}\n\n", "(You must log in or sign up to reply here.)\nShare This Page\n"},
}

// TestPrograms holds that each post is told from the others, with who wrote it.
func TestPrograms(t *testing.T) {
	for _, p := range programs {
		var b strings.Builder
		b.WriteString(p.above)
		for i, name := range speakers {
			re := "Re: "
			if i == 0 {
				re = ""
			}
			b.WriteString(strings.NewReplacer("NAME", name, "TEXT", remarksT[i], "DAY", fmt.Sprint(12+i), "RE", re, "{N}", fmt.Sprint(i+1)).Replace(p.post))
		}
		b.WriteString(p.below)
		as := Read(&stemma.Capture{ID: "c", Page: "p"}, block.Verbatim(b.String(), 0))
		if len(as) != len(speakers) {
			t.Errorf("%s: %d posts, want %d", p.name, len(as), len(speakers))
			continue
		}
		for i, a := range as {
			if a.Author != speakers[i] || a.Text != remarksT[i] {
				t.Errorf("%s: post %d of %q is %q", p.name, i+1, a.Author, a.Text)
			}
		}
	}
}
