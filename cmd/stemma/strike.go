package main

import "github.com/spf13/cobra"

func strikeCommand() *cobra.Command {
	return correction{
		verb: "strike", use: "ID...", short: "Strike out lines that are no such thing: a quote, a telling, a figure, a name, an article",
		long:  "The words stay on their page; no line is read from them. Of a saying or an event\nall members are struck.",
		least: 1, missing: "strike takes a record and the ids of lines", hint: listIDs,
	}.command()
}
