package article

// The closed sets that Validate and the schema hold values to.
var (
	blockKinds = set(BlockTitle, BlockDeck, BlockByline, BlockDate, BlockHeading,
		BlockParagraph, BlockListItem, BlockBlockquote, BlockTable, BlockPreformatted,
		BlockCaption, BlockRelated, BlockBoilerplate, BlockRule)
	actorKinds   = set(ActorKinds...)
	mentionTypes = set(MentionName, MentionAcronym, MentionMetonym, MentionTitle,
		MentionNominal, MentionPronoun, MentionAdjective)
	targetTypes = set(TargetActor, TargetIssue, TargetClaim, TargetEvent, TargetUnspecified)
	stances     = set(Stances...)
	noteCodes   = set(NoteCodes...)
	genders     = set[Opt]("", "female", "male")
	statuses    = set("current", "former", "acting", "elect")
	functions   = set("speaker", "holder", "target", "via")
	precisions  = set("year", "month", "week", "day", "minute", "second")
	reviews     = set("accepted", "rejected", "changed")
)

func set[T comparable](values ...T) map[T]bool {
	m := make(map[T]bool, len(values))
	for _, v := range values {
		m[v] = true
	}
	return m
}
