package changes

// A kind is how a value is to be read.
type kind int

const (
	kindText kind = iota // as it stands, whatever it is
	kindNumber
	kindMoney
	kindShare  // 0.05 is five percent
	kindWord   // an id with a word of its own, below the field's prefix
	kindWords  // several such
	kindType   // of relationship
	kindTypes  // several
	kindNotes  // ids of notes
	kindDay    // a date
	kindTime   // a date with its hour
	kindLang   // a language
	kindRecord // a record of a list, or what is named before that which is in it
	kindFacet  // what comes and goes as a whole, and is named by the note's block
)

// A field is what a value of a project is called, and how it is read.
type field struct {
	key    string // of its name
	kind   kind
	prefix string // of the words of its ids
}

// fields are all that a note and a project say, by their paths with the names
// of records left out. The keys of records take a Name.
var fields = map[string]field{
	"block":    {"field.block", kindWord, "block."},
	"text":     {key: "field.text"},
	"paper":    {"inspector.paper", kindWord, "paper."},
	"standing": {"inspector.standing", kindWord, "standing."},
	"segments": {key: "inspector.segments", kind: kindNotes},
	"links":    {key: "inspector.links", kind: kindNotes},

	"costs":                        {key: "field.order"},
	"costs[]":                      {key: "field.cost", kind: kindRecord},
	"costs[].label":                {key: "inspector.cost_label"},
	"costs[].behaviour":            {"costs.behaviour", kindWord, "behaviour."},
	"costs[].amount":               {key: "cost.amount", kind: kindMoney},
	"costs[].rate":                 {key: "cost.rate", kind: kindShare},
	"costs[].people":               {key: "cost.people", kind: kindNumber},
	"costs[].customers_per_person": {key: "cost.customers_per_person", kind: kindNumber},
	"costs[].payments":             {key: "cost.payments", kind: kindNumber},
	"costs[].employer_rate":        {key: "cost.employer_rate", kind: kindShare},
	"costs[].from_month":           {key: "cost.from_month", kind: kindNumber},
	"costs[].to_month":             {key: "cost.to_month", kind: kindNumber},
	"costs[].source":               {key: "cost.source"},

	"comments":                    {key: "field.order"},
	"comments[]":                  {key: "field.comment", kind: kindRecord},
	"comments[].block":            {"field.block", kindWord, "block."},
	"comments[].author":           {key: "field.author"},
	"comments[].time":             {key: "field.time", kind: kindTime},
	"comments[].text":             {key: "field.text"},
	"comments[].resolved":         {key: "field.resolved"},
	"comments[].replies":          {key: "field.order"},
	"comments[].replies[]":        {key: "field.reply", kind: kindRecord},
	"comments[].replies[].author": {key: "field.author"},
	"comments[].replies[].time":   {key: "field.time", kind: kindTime},
	"comments[].replies[].text":   {key: "field.text"},

	"segment":                         {key: "inspector.segment", kind: kindFacet},
	"segment.letter":                  {key: "inspector.letter"},
	"segment.colour":                  {"field.colour", kindWord, "colour."},
	"segment.shape":                   {"field.shape", kindWord, "shape."},
	"segment.name":                    {key: "inspector.short_name"},
	"segment.expected":                {key: "inspector.expected", kind: kindTypes},
	"segment.habitual":                {key: "inspector.habitual", kind: kindTypes},
	"segment.bond":                    {"inspector.bond", kindWord, "bond."},
	"segment.route":                   {"inspector.route", kindWord, "route."},
	"segment.presence":                {"inspector.presence", kindWord, "presence."},
	"segment.economics.customers":     {key: "economics.customers", kind: kindNumber},
	"segment.economics.new_per_month": {key: "economics.new_per_month", kind: kindNumber},
	"segment.economics.churn":         {key: "economics.churn", kind: kindShare},
	"segment.economics.orders":        {key: "economics.orders", kind: kindNumber},
	"segment.economics.variable_cost": {key: "economics.variable_cost", kind: kindMoney},
	"segment.economics.revenue":       {key: "economics.revenue", kind: kindMoney},

	"relationship":                    {key: "field.relationship", kind: kindFacet},
	"relationship.type":               {key: "inspector.type", kind: kindType},
	"relationship.stage":              {"inspector.stage", kindWord, "stage."},
	"relationship.tactics":            {"inspector.tactics", kindWords, "tactic."},
	"relationship.bond":               {"inspector.bond", kindWord, "bond."},
	"relationship.intimacy":           {"inspector.intimacy", kindWord, "intimacy."},
	"relationship.route":              {"inspector.route", kindWord, "route."},
	"relationship.presence":           {"inspector.presence", kindWord, "presence."},
	"relationship.status":             {"inspector.status", kindWord, "status."},
	"relationship.owner":              {key: "inspector.owner"},
	"relationship.measures":           {key: "field.order"},
	"relationship.measures[]":         {key: "field.measure", kind: kindRecord},
	"relationship.measures[].name":    {key: "inspector.measure_name"},
	"relationship.measures[].unit":    {key: "measure.unit"},
	"relationship.measures[].target":  {key: "measure.target", kind: kindNumber},
	"relationship.measures[].current": {key: "measure.current", kind: kindNumber},

	"revenue":            {key: "inspector.revenue", kind: kindFacet},
	"revenue.price":      {key: "inspector.price", kind: kindMoney},
	"revenue.unit":       {key: "inspector.unit"},
	"revenue.recurrence": {"inspector.recurrence", kindWord, "recurrence."},

	"title":        {key: "head.title"},
	"subtitle":     {key: "head.subtitle"},
	"designed_for": {key: "head.designed_for"},
	"designed_by":  {key: "head.designed_by"},
	"date":         {key: "head.date", kind: kindDay},
	"edition":      {key: "head.edition"},
	"language":     {key: "head.language", kind: kindLang},
	"currency":     {key: "head.currency"},

	"plan.horizon_months":      {key: "plan.horizon", kind: kindNumber},
	"plan.lifetime_months":     {key: "plan.lifetime", kind: kindNumber},
	"plan.amortisation_months": {key: "plan.amortisation", kind: kindNumber},
	"plan.opening_cash":        {key: "plan.cash", kind: kindMoney},
	"plan.discount_rate":       {key: "field.discount", kind: kindShare},
	"plan.low":                 {key: "field.low", kind: kindRecord},
	"plan.low.new_customers":   {key: "plan.factor.new_customers", kind: kindShare},
	"plan.low.churn":           {key: "plan.factor.churn", kind: kindShare},
	"plan.low.price":           {key: "plan.factor.price", kind: kindShare},
	"plan.low.cost":            {key: "plan.factor.cost", kind: kindShare},
	"plan.high":                {key: "field.high", kind: kindRecord},
	"plan.high.new_customers":  {key: "plan.factor.new_customers", kind: kindShare},
	"plan.high.churn":          {key: "plan.factor.churn", kind: kindShare},
	"plan.high.price":          {key: "plan.factor.price", kind: kindShare},
	"plan.high.cost":           {key: "plan.factor.cost", kind: kindShare},

	"types":               {key: "field.order"},
	"types[]":             {key: "field.type", kind: kindRecord},
	"types[].name":        {key: "type_form.name"},
	"types[].explanation": {key: "type_form.explanation"},

	"scores":          {key: "field.order"},
	"scores[]":        {key: "field.score", kind: kindRecord},
	"scores[].block":  {"field.block", kindWord, "block."},
	"scores[].author": {key: "field.author"},
	"scores[].points": {key: "field.points", kind: kindNumber},
	"scores[].remark": {key: "field.remark"},

	"set_aside":          {key: "field.order"},
	"set_aside[]":        {key: "field.set_aside", kind: kindRecord},
	"set_aside[].check":  {key: "field.check"},
	"set_aside[].notes":  {key: "field.notes", kind: kindNotes},
	"set_aside[].reason": {key: "field.reason"},
}
