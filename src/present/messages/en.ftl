# Numbers
percent = { $number }%
money = { $symbol }{ $number }
period-until = from the indicator’s first day to { $to }
period = { $from } to { $to }
moment = { $day } at { $time }
quoted = “{ $word }”

# Table
table-title = { $plan } — as at { $day }
scope-filter = Only what names: { $names }
scope-known = As known from the entries recorded by { $when }
scope-place = { $known } (#{ $entry })
column-indicator = Indicator
column-target = Target
column-delivered = Delivered
column-percent = % of target
column-grade = Grade
reached = { $reached } of { $of } reached
reached-unknown = { $words }, { $count } n/a
not-stated = n/a
at-least = at least { $value }
between = { $value } ({ $low } to { $high })
narrative-count = { $count ->
    [0] no entry
    [one] { $count } entry
   *[other] { $count } entries
}
narrative-entries = { $count ->
    [one] { $count } entry in words
   *[other] { $count } entries in words
}
table-foot = plan { $plan }, version { $version } · { $size } entries · hash { $head }
table-foot-whole = plan { $plan }, version { $version } · { $size } entries · rules: { $rules } · hash { $head }
table-reached = { $of ->
    [one] { $reached } of { $of } target reached
   *[other] { $reached } of { $of } targets reached
}
table-supplement = { $count ->
    [one] { $count } more indicator outside the objectives: the whole table shows it
   *[other] { $count } more indicators outside the objectives: the whole table shows them
}
no-mean = { $count ->
    [one] no mean: one target has no certain percentage
   *[other] no mean: { $count } targets have no certain percentage
}
table-told = In words
table-legend = n/a: not stated · ≠: itemised entries contradict the reported total

# What backs a value
grade-documented = itemised, with document
grade-itemised = itemised, no document
grade-reported = reported total

# Precision
precision-rounded = { $value } (rounded)
precision-atleast = more than { $value }
precision-about = about { $value }
precision-atmost = at most { $value }

# Rules
rule = { $kind }, { $window }.
rule-from = From: { $types }.
rule-where = (where { $conditions })
rule-per = One per { $path }, added up.
rule-share = { $part } over { $whole }, in percent.
rule-having = For each key: { $condition }.
kind-count = Count
kind-sum = Sum
kind-distinct = Number of different
kind-latest = Latest value
kind-share = Share
kind-max = Largest value
kind-mean = Mean
kind-attained = Attained or not
kind-narrative = In words, no number
window-cumulative = cumulative since { $day }
window-fiscalyear = within the fiscal year
window-open = open at the date
window-state = state at the date
condition-is = { $path } is { $value }
condition-isnot = { $path } is not { $value }
condition-list = { $path } is in the list { $value }
condition-notlist = { $path } is not in the list { $value }
condition-atleast = { $path }: at least { $value } different
condition-min = { $path } ≥ { $value }
condition-max = { $path } ≤ { $value }
condition-yes = { $path }: yes{ $value }
condition-no = { $path }: no{ $value }
status-printed = printed
status-supposed = supposed
status-confirmed = confirmed

# Explanation
explain-value = As at { $day }: { $value }
explain-aim = target { $target }
explain-percent = { $percent } of target
explain-reached = target reached
explain-unreached = target not reached
explain-rounded = { $shown }, rounded from { $exact }
explain-part = { $label }: { $value } (“explain { $id }” says more)
explain-whole = of { $label }: { $value } (“explain { $id }” says more)
explain-no-parts = Its parts are not published.
recorded-on = recorded on { $when } by { $by }
recorder-unnamed = user { $digits }…
explain-rule = Rule ({ $status }): { $rule }
explain-contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
explain-below = { $count ->
    [one] { $count } contribution in the denominator
   *[other] { $count } contributions in the denominator
}
explain-notcounted = { $count ->
    [one] { $count } entry not counted
   *[other] { $count } entries not counted
}
explain-gaps = No published total says what there was on these days, so that the sum is at least what the others say: { $days }
citation-line = , line { $line }
citation-words = : “{ $words }”
reason-classnotstated = class not stated ({ $paths })
reason-contradictstotal = contradicts the reported total (#{ $entry })
reason-beforefirstday = before the indicator's first day
reason-straddles = may lie before or after the date
reason-planned = planned, not confirmed
reason-notapproved = waits for approval
reason-rejected = rejected
reason-withdrawn = withdrawn (#{ $entry })
reason-noconversion = another currency, no recorded conversion
reason-valuenotstated = value not stated ({ $paths })
reason-keynotstated = { $paths } not stated
reason-replacedtotal = total replaced by a later one (#{ $entry })
reason-totalafterdate = reported total of a period that ends after the date
reason-filtered = a reported total cannot be filtered
entry-no = #{ $entry }
part-above = in the numerator
part-below = in the denominator
part-closes = { $count ->
    [one] closes { $entries }
   *[other] closes { $entries }
}
remark-alreadycounted = already counted (#{ $entry })
remark-superseded = a later entry holds (#{ $entry })
remark-supersededsameday = same date, the one recorded later holds (#{ $entry })
remark-closedby = closed (#{ $entry })
remark-maybeclosedby = may be closed (#{ $entry })
remark-ended = ended on { $entry }
remark-besidetotal = beside the reported total (#{ $entry })
remark-remainder = what is left of the reported total, not itemised
remark-wholetotal = the reported total, whole
remark-keynotmet = the condition on the key is not met
remark-notlargest = not the largest

# Opening the ledger
notice-line-aside = an unfinished last line was moved aside: { $value }
notice-line-ignored = an unfinished last line is passed over (#{ $value })
notice-caught-up = the store was brought up to the lines, { $value } entries
notice-store-rebuilt = the store was made anew from the lines: { $value } entries
notice-twin-only = only the lines are read, because { $value }

# Demonstration
demo-next = What to try next:
    { "  " }jalon --ledger { $folder } explain newsletters --as-at 2024-03-31
    { "  " }jalon --ledger { $folder } kpi --as-at 2023-03-31
    { "  " }jalon --ledger { $folder } verify

# Recording
record-ends-today = the period holds today: it ends on { $day } (--planned keeps it whole)
record-planned = this has not taken place yet ({ $period }): the activity is planned and does not count before “jalon confirm”

# Journal
journal-corrected = { $count ->
    [one] corrected { $count } time
   *[other] corrected { $count } times
}
journal-withdrawn = withdrawn

# Opening a ledger
init-key = signing key kept in { $path }: outside the ledger, to be backed up apart

# Import

# Repair
repair-sound = { $copy }: { $head }, sound
repair-faulty = { $copy }: { $head }; { $fault }
repair-equal = both copies are sound and say the same: there is nothing to repair
repair-choose = nothing changed; --from twin or --from store says which of the two copies is right
repair-needed = the two copies do not agree
repair-aside = the other copy was moved aside: { $path }

# Reconciliation
figure-target = target
figure-delivered = delivered
figure-percent = percentage
reconcile-line = line { $line }
reconcile-printed = { $figure }: printed { $shown } — { $verdict }
reconcile-computed = from the entries: { $computed }
reconcile-theirs = from the printed numbers: { $computed }
reconcile-agrees = { $count ->
    [one] { $count } agrees
   *[other] { $count } agree
}
reconcile-differs = { $count ->
    [one] { $count } differs
   *[other] { $count } differ
}
reconcile-unchecked = { $count ->
    [one] { $count } cannot be compared
   *[other] { $count } cannot be compared
}
reckoning-ratio = { $above } ÷ { $below } = { $percent }
reckoning-mean = mean of { $count } percentages = { $percent }
place-row = table
place-group = table, group
place-text = text
verdict-agrees = agrees
verdict-differs = differs
verdict-unchecked = cannot be compared

### Comparison
compare-later = --compare is the later date: the table is as at { $newer }, beside { $older }
points = { $number } points
comparison-title = { $plan } — as at { $day }, beside { $before }
comparison-rule-changed = † the rule changed between the two dates; both columns follow the newer one
comparison-target-revised = ‡ { $label }: target { $before }, then { $now } since { $since } ({ $reason })
column-change = Change
comparison-narrow = A wider terminal (100 columns) shows targets and every percentage too.
no-target = no target
no-reason = no reason given

### Entries and values
event-not-a-day = a date is written YYYY-MM-DD and must exist in the calendar
event-end-before-start = the end lies before the start
event-moment = a moment is written YYYY-MM-DDTHH:MM:SS.ffffffZ
event-hash = a hash has 64 hexadecimal digits in lower case
event-entry-id = “{ $typed }” is not the id of an entry, a UUID of version 7 in lower case
event-body-id = “{ $typed }” is not an id of the register
    .hint = write organisation/…, project/…, deliverable/… or person/UUID, at most 64 characters of a-z, 0-9 and -
event-currency = “{ $typed }” is not a currency of ISO 4217, such as CAD or EUR
event-amount = “{ $amount }” is not an amount in { $currency }: { $digits ->
        [0] without decimals
        [one] with 1 decimal
       *[other] with { $digits } decimals
    }, and at most 18 digits before them
event-control = the text holds the control character { $code }, which does not print
event-turns = the text holds the mark { $code }, which turns the direction of text and lets a name look like another; type the text anew, without it
event-empty = the text is empty
event-too-long = the text has { $length } characters; the limit is { $limit }
event-form = byte { $byte }: { $cause }
event-too-large = the entry has { $bytes } bytes; the limit is { $limit }
    .hint = shorten its texts, or keep the details in a piece of evidence
event-member = { $part }: the member “{ $name }” is missing, unknown or not of the expected form
misspelt-utf8 = this is not UTF-8
misspelt-trailing = something follows the end of the object
misspelt-null = null is not allowed
misspelt-value = a value is expected
misspelt-object = an object is expected
misspelt-comma = a comma or the end is expected
misspelt-name = a name is written with a-z, 0-9 and _
misspelt-order = the names are not in order, or one stands twice
misspelt-colon = a colon is expected
misspelt-array = an array is expected
misspelt-depth = it is nested too deeply
misspelt-integer = this integer is not in its one spelling
misspelt-fraction = fractions and exponents are not allowed
misspelt-large = the integer is beyond ±(2^53−1)
misspelt-string = a string is expected
misspelt-control = control characters other than the line feed are not allowed
misspelt-unescaped = a control character is not escaped
misspelt-unended = the string does not end
misspelt-escape = the escape is not the shortest

### Fields of an activity
field-known = { $field } ({ $label }): { $trouble }
field-unknown = { $field }: this type has no such field; it has { $near }
field-no-fields = { $field }: this type has no fields
field-retired = is no longer in the catalogue; leave it out
field-missing = is required and is not given
field-wrong-kind = must be { $expected }
field-decimals = { $decimals ->
        [0] must be a whole number
        [one] must have exactly 1 decimal
       *[other] must have exactly { $decimals } decimals
    }
field-foreign = is in { $currency }, and the ledger is in { $ledger }: give the amount in { $ledger }, or the conversion with its rate, date and source
field-not-a-choice = “{ $word }” is none of the choices: { $choices }
field-unknown-body = the register has no “{ $body }”; { $count ->
        [0] add it to the register first
       *[other] what is like it: { $near }
    }
field-other-body = “{ $body }” does not fit: the field names { $kinds }
field-negative = is counted, and so is not below zero; what was recorded too much is corrected where it stands
field-repeated = one value stands twice
field-items = { $count ->
        [0] at least one value is expected
       *[other] { $count } values; the limit is { $limit }
    }
field-text = { $length ->
        [0] the text is empty
       *[other] { $length } characters, without spaces at either end; the limit is { $limit }
    }
value-text = a text
value-yesno = yes or no
value-count = a whole number
value-decimal = a number
value-money = an amount with its currency
value-date = a date, YYYY-MM-DD
value-choice = one of the catalogue's words
value-reference = an id of the register, such as organisation/…
value-sealed = a sealed value
body-organisation = an organisation
body-project = a project
body-deliverable = a deliverable
body-person = a person
body-word-organisation = organisation
body-word-project = project
body-word-deliverable = deliverable
body-word-person = person
or = { $one } or { $other }

### Refusals of the ledger
refused-unknown-type = the catalogue has no activity type “{ $typed }”
    .hint = { $count ->
            [0] “jalon note” keeps a text whose type is not known yet
            [one] nearest: { $near }
           *[other] nearest: { $near }
        }
refused-two-indicators = several indicators are called “{ $typed }”
    .hint = name one of them: { $near }
refused-two-types = several activity types are called “{ $typed }”
    .hint = name one of them: { $near }
refused-fields = { $count ->
        [one] one field of “{ $kind }” needs attention; nothing was recorded
       *[other] { $count } fields of “{ $kind }” need attention; nothing was recorded
    }
refused-unknown-body = the register has no “{ $typed }”
body-register = add it first: jalon register NAME { $kind }
body-list = “jalon register” lists what is there
    .page = the Register page shows what is there
body-new = register it with the activity by adding { $new }, or add it first: jalon register NAME { $kind }
body-any-kind = { $flag } KIND
refused-known-body = the register has “{ $body }” already
    .hint = to change it: jalon register NAME --change
refused-other-kind = “{ $gone }” and “{ $kept }” are of different kinds and cannot be merged
refused-same-body = “{ $gone }” and “{ $kept }” are merged already
refused-one-body = “{ $body }” is one body already
    .hint = “jalon show { $body }” says what is merged into it; name two different bodies
refused-merged-already = “{ $gone }” is merged into “{ $into }” already
    .hint = merge “{ $into }” instead, or withdraw the earlier merge first (jalon withdraw)
refused-unknown-entry = there is no entry “{ $typed }”
    .hint = “jalon journal” shows them with their numbers
    .page = the journal shows them with their numbers
refused-not-original = “{ $given }” is a correction; name the original entry, #{ $original }
refused-not-an-activity = entry #{ $entry } is a reported total; name an activity
refused-not-a-total = entry #{ $entry } is an activity; name a reported total
refused-part-of-itself = activity #{ $entry } cannot be a part of itself; name the larger one
refused-withdrawn = entry #{ $entry } is withdrawn, and a withdrawal is final
    .hint = record the activity again if it took place
refused-changed = entry #{ $entry } has changed meanwhile: #{ $by } now stands
    .hint = “jalon show { $entry }” shows its versions; look at the last one, then say it again
    .page = look at the last version, then say it again
refused-nothing-changes = the correction changes nothing
refused-id-taken = the id { $id } already stands for another entry
    .hint = an id is used once; leave it out and the ledger gives one
refused-not-planned = entry #{ $entry } is not planned; there is nothing to confirm
refused-too-early = entry #{ $entry } can be confirmed from { $day }
refused-own-version = nobody approves or rejects what they recorded themselves
    .hint = someone else does it, from their own account
refused-no-reason = a reason is needed
    .hint = add --reason "…"
    .page = write it into the form
refused-long-reason = the reason has { $length } characters; the limit is { $limit }
refused-unknown-indicator = there is no indicator “{ $typed }”
    .hint = { $count ->
            [0] “jalon kpi --format json” gives their ids
            [one] nearest: { $near }
           *[other] nearest: { $near }
        }
refused-total-number = the total of “{ $indicator }” must be a number in its unit, such as “37”; what is counted is whole and not below zero
refused-total-money = the total of “{ $indicator }” must be an amount in { $currency }
refused-overlap = the period { $period } overlaps that of total #{ $total }, { $other }, without containing it
    .hint = two totals of one indicator follow each other, or one contains the other
refused-future = a total cannot be reported for { $day }, which has not come
refused-plan-day = the plan “{ $plan }” does not say from which day it is in force
    .hint = add “inforce = YYYY-MM-DD” at the top of the file
refused-plan-label = the plan “{ $plan }” has no name
    .hint = add “label = {"{"} fr = "…", en = "…" {"}"}” at the top of the file
refused-other-plan = “{ $id }” is already defined by the plan “{ $plan }”; choose another id
refused-defined-twice = the plan defines { $kind } “{ $id }” twice; an id stands once, whatever file or group
refused-long-type = the name of the type “{ $typed }” is too long under the ledger’s prefix; at most { $room } characters
refused-unreadable = “{ $indicator }” reads “{ $path }”, which “{ $kind }” does not have or keeps sealed; name another field
refused-not-a-row = the mean of the group “{ $group }” names “{ $id }”, which is not an indicator of it
refused-field-changes = the field “{ $field }” of “{ $kind }” changes its kind, its decimals, its choices or what it names
    .hint = what is recorded keeps its meaning: add a new field and retire the old one (retired = true)
refused-field-dropped = the field “{ $field }” of “{ $kind }” cannot go
    .hint = keep it with retired = true
refused-field-required = the field “{ $field }” of “{ $kind }” cannot become required: earlier entries lack it
refused-plan-unchanged = the plan is adopted as it stands; nothing changes
refused-imported = this file was imported already (#{ $batch }), and some of its rows have no id: they would be recorded twice
    .hint = give each row an id, or take that import back first: jalon withdraw { $batch } --reason "…"
    .page = give each row an id, or take that import back first, from its page
refused-batch-differs = the unfinished import { $batch } was to bring { $rows } entries, and the file now brings { $now }
    .hint = withdraw it (jalon withdraw { $batch } --reason "…") and import the file again
    .page = withdraw it from its page and import the file again
refused-clock = the clock says { $now }, but the last entry was recorded on { $last }
    .hint = set the computer's clock, or add --accept-clock if it is right
desk-entry = entry #{ $sequence } cannot be read: { $cause }
    .hint = “jalon repair” compares the two copies

### Plans
plan-body = { $spot }: { $cause }
plan-syntax = this is not TOML
plan-syntax-twice = this key is there already; keep one of the two
plan-syntax-text = this text is not as TOML has it; open and close it with a straight quotation mark, "…", and double each backslash
plan-syntax-unquoted = a text stands between straight quotation marks, "…"
plan-syntax-date = this date does not exist or is not of the form YYYY-MM-DD
plan-syntax-number = this number is not as TOML has it; write it in digits, as in 12 or "53.24"
plan-syntax-braces = this brace is not closed, or a comma is missing; write for example {"{"} fr = "…", en = "…" {"}"} on one line
plan-syntax-array = this bracket is not closed, or a comma is missing; write for example ["a", "b"]
plan-syntax-head = this head is not closed; write for example [[type]] or [columns]
plan-syntax-assignment = a key, an equals sign and a value are needed here, as in plan = "trial"
plan-syntax-key = this is no key; one is written with a-z, 0-9, - and _
plan-unknown-name = “{ $name }” is not a name that is known here
plan-unknown-word = “{ $word }” is none of the words that may stand here
plan-known = what can be written: { $known }
plan-missing = “{ $name }” is missing; add it
plan-twice = “{ $name }” stands twice; keep one of the two
plan-wanted-text = a text between quotation marks is needed here, "…"
plan-wanted-truth = true or false is needed here, without quotation marks
plan-wanted-whole = a whole number is needed here, without sign or quotation marks, such as 2
plan-wanted-number = a number in digits is needed here, with a point before its decimals, such as 12 or "53.24"
plan-wanted-day = a day that exists is needed here, YYYY-MM-DD
plan-wanted-array = values between brackets are needed here, such as ["a", "b"]
plan-wanted-table = several names with their values are needed here, between braces or below a head in brackets
plan-wanted-words = a text for each language is needed here, {"{"} fr = "…", en = "…" {"}"}
plan-wanted-name = a name is needed here, "…" or {"{"} fr = "…", en = "…" {"}"}
plan-wanted-values = texts are needed here, each by its name, such as sector = "…" or sector = ["…", "…"]
plan-wanted-condition = a condition has “path” and exactly one test of is, isnot, list, notlist, atleast, min, max and yes
plan-country = “{ $typed }” is not the code of a country, two letters of ISO 3166-1, such as CA
    .hint = { $count ->
            [0] look the country up in the standard, or leave “country” out
            [one] nearest: { $near }
           *[other] nearest: { $near }
        }
plan-shape = what is written here does not fit
plan-id = “{ $typed }” is not an id: a-z, 0-9 and -, at most 64 characters
plan-type-name = “{ $typed }” is not the name of a type, such as newsletter.sent
plan-long-type = the name of the type “{ $typed }” is too long under the ledger’s prefix; at most { $room } characters
plan-id-twice = { $kind } “{ $id }” stands twice; an id stands once, whatever file or group
plan-no-keys = the type closes openings by no field; name the fields that must be equal (keys)
plan-no-members = the list “{ $typed }” has no members
plan-no-rows = the group “{ $typed }” has no indicators
plan-field-name = “{ $typed }” is not the name of a field: a-z, 0-9 and _, and not “subject”
plan-field-twice = the field “{ $typed }” stands twice
plan-no-choices = the field “{ $typed }” is a choice and has no words to choose from
plan-choice-word = “{ $typed }” is not a choice word: a-z, 0-9, - and _
plan-unknown-type = there is no activity type “{ $typed }”, in these files or in the ledger
    .hint = { $count ->
            [0] define the type in the plan
            [one] nearest: { $near }
           *[other] nearest: { $near }
        }
plan-unknown-field = “{ $kind }” has no field “{ $field }”; { $count ->
        [0] it has no fields
       *[other] it has { $near }
    }
plan-unknown-list = there is no list “{ $typed }”
plan-unknown-indicator = there is no indicator “{ $typed }” in these files
plan-not-a-date = “{ $typed }” is not a field of this type that holds one date
plan-not-a-row = “{ $typed }” is not an indicator of this group
plan-share = a share needs two indicators; “{ $key }” is missing
plan-no-source = the rule does not say which activity type it draws on (from)
plan-no-key = a distinct count needs a key (key)
plan-no-field = this kind of rule ({ $rule }) needs a field (field)
plan-wrong-field = the field “{ $field }” holds { $holds } and cannot give the value of this rule ({ $rule })
plan-wrong-money = the field “{ $field }” is an amount, and the indicator names no currency (currency)
plan-sealed = the field “{ $field }” is sealed; no indicator may read it
plan-no-reference = the field “{ $field }” names nothing in the register, so “{ $path }” has no meaning
plan-not-a-choice = “{ $word }” is not a choice of “{ $field }”: { $choices }
definition-shape = the definition is not as format 1 has it: { $cause }
definition-value = the definition holds what no entry may hold

### Figures
ruling-no-plan-yet = no plan had been adopted by then
    .hint = ask for a later --known-at: the first plan was adopted by entry #{ $entry }
    .page = ask for a later moment: the first plan was adopted by entry #{ $entry }
ruling-no-plan = no plan has been adopted
    .hint = “jalon plan PLAN.toml” adopts one
ruling-unknown-plan = there is no plan “{ $typed }”
    .hint = there is { $near }
ruling-unknown-version = the plan “{ $plan }” has no version { $version }; the last is version { $last }
ruling-not-then = version { $version } of the plan “{ $plan }” does not rule on { $day }: version { $rules } does
ruling-not-in-force = the plan “{ $plan }” is in force only from { $day }
    .hint = ask for a date, or a fiscal year, from that day on
replay-misfit = entry #{ $sequence } ({ $kind }) does not follow from those before it: { $cause }
    .hint = “jalon repair” compares the two copies
misfit-not-next = its sequence is not the next, { $next }
misfit-not-linked = it does not name the hash of the one before; one of the two was changed
misfit-unknown-type = this release of the program does not know the type
misfit-second-opening = only entry #0 opens a ledger
misfit-format = this release of the program does not know format { $format }
misfit-zone = this release of the program does not know the time zone “{ $zone }”
misfit-data = its data are not as format 1 has them
misfit-member = its member “{ $name }” is missing or not as format 1 has it
misfit-not-a-definition = it names entry #{ $sequence }, which is not a definition
misfit-absent = it is about { $id }, which is not there
misfit-not-original = it names the correction { $id } instead of the original
misfit-no-version = it is about the version { $hash }, which is not there
misfit-calendar = it was recorded beyond the calendar

### Copies of the ledger
log-missing = there is no ledger in { $dir }
    .hint = --ledger FOLDER names another; “jalon init” opens one; “jalon demo” shows an example
log-exists = there is a ledger in { $dir } already
    .hint = name another folder (--ledger)
log-held = another program holds the ledger: process { $pid }, since { $since }
    .hint = wait until it is done, then try again; reading stays possible
log-held-unknown = another program holds the ledger
    .hint = wait until it is done, then try again; reading stays possible
log-read-only-folder = the folder { $dir } can only be read: { $cause }
    .hint = nothing was written; ask for the right to write in this folder
log-read-only = the ledger is open for reading only
log-stopped = a write has failed; nothing more is written until the ledger is opened again
log-refused = line #{ $sequence } cannot be added: { $cause }
log-damaged-lines = the ledger is damaged: { $cause }
    .hint = “jalon repair” compares the two copies; “jalon repair --from store” makes the lines anew from the store
log-damaged-store = the ledger is damaged: { $cause }
    .hint = “jalon repair” compares the two copies; “jalon repair --from twin” makes the store anew from the lines
log-damaged-either = the ledger is damaged: { $cause } (lines/: { $twin }; store/: { $store })
    .hint = “jalon repair” shows the two copies; “--from twin” keeps the lines, “--from store” keeps the store
log-head = { $size ->
        [one] { $size } entry
       *[other] { $size } entries
    }
log-head-unknown = cannot be read
log-store = the store has failed: { $cause }
log-unfinished = { $cause }
    .hint = what was to be recorded may be there nonetheless: look with “jalon journal” before recording it again
log-full = { $cause }
    .hint = free some room on that disk; then “jalon journal” shows whether it was recorded
action-create = cannot create { $path }: { $cause }
action-open = cannot open { $path }: { $cause }
action-read = cannot read { $path }: { $cause }
action-write = cannot write { $path }: { $cause }
action-sync = cannot make { $path } durable: { $cause }
action-move = cannot move { $path }: { $cause }
action-remove = cannot remove { $path }: { $cause }
action-lock = cannot lock { $path }: { $cause }
damage-twin-missing = the folder lines/ is missing
damage-twin-gap = lines/ continues at #{ $found } where #{ $expected } is expected
damage-twin-broken = line #{ $sequence } of lines/ does not continue the chain: { $cause }
damage-store-missing = the folder store/ is missing
damage-store-longer = store/ holds more entries than lines/
damage-differs = lines/ and store/ differ at #{ $sequence }
damage-store-chain = entry #{ $sequence } of store/ does not continue the chain: { $cause }
damage-store-block = the block of store/ at #{ $sequence } cannot be read: { $cause }
damage-store-unusable = store/ cannot be opened: { $cause }
damage-store-doubtful = store/ failed before and is not opened again (noted then: { $cause })
link-empty = it is empty
link-too-long = it has { $bytes } bytes; the limit is { $limit }
link-line-feed = it contains a line feed
link-unlinked = it does not name the line before it
link-misplaced = it does not follow the line before it
block-short = it is too short
block-format = this release of the program does not know its format, { $format }
block-parts = it has { $found } parts instead of { $expected }
block-key = its key is not one of a block
block-gap = it was expected at #{ $expected }
block-packed = it does not unpack: { $cause }
block-lines = its lines do not fit its header
store-panicked = it stopped unexpectedly: { $words }
store-reported = it says: { $words }
store-not-durable = its file cannot be made durable: { $cause }
store-full = the disk is full
store-in-use = its files are in use elsewhere

### Files and keys
file-cannot = { $path }: { $cause }
io-not-found = there is no such file
io-denied = access is denied
io-exists = it exists already
io-folder = this is a folder
io-not-folder = this is not a folder
io-read-only = the disk can only be read
io-full = the disk is full
io-not-text = this is not a text in UTF-8
io-other = the system says: { $words }
key-name = “{ $typed }” cannot name a key: it is empty, or holds a space or a +
key-random = the system gives no random bytes for the key: { $words }
key-file = the key file is not as it was written
bundle-place = { $place }: { $cause }
bundle-recorder = { $place }: the recorder is not user/UUID
bundle-days = { $place }: its days are missing or out of order
bundle-no-id-left = { $place }: ids.jsonl has no id left for this entry
bundle-no-id = { $place }: the line has no id (id)
bundle-no-time = { $place }: the line does not say when it was recorded (recordedtime)

### Arguments of commands
usage-pair = “{ $typed }” is not of the form NAME=VALUE
usage-days = { $body }: { $cause }
usage-known = “{ $typed }” is not a date, a moment or the number of an entry
    .hint = write for example 2026-06-30, 2026-06, FY2026, 2026-06-30T12:00Z, 2026-06-30T12:00:00-04:00 or 735
usage-no-offset = “{ $typed }” does not say in which zone; add the offset, as in 2026-06-30T12:00-04:00, or Z for universal time
usage-beyond-last = there is no entry “{ $typed }” yet; the last is #{ $last }
usage-from-after-to = --from ({ $from }) lies after --to ({ $to }); nothing can stand between the two
usage-plan = “{ $typed }” is not of the form PLAN or PLAN@VERSION
usage-source = “{ $typed }” is not an absolute URI, such as https://ledger.example.org/activities, without space, # or +
usage-prefix = “{ $typed }” is not a prefix such as org.example, of at most 32 characters
usage-zone = “{ $typed }” is not an IANA time zone, such as America/Toronto
usage-year-end = “{ $typed }” is not the last day of a fiscal year, MM-DD
usage-language = “{ $typed }” is not a language of the interface: fr or en
usage-total-on = entry #{ $entry } is a reported total; its last day is written to=YYYY-MM-DD
problem-other-ledger = { $folder } holds another ledger; nothing was changed
    .hint = name another folder: jalon demo FOLDER
problem-empty-export = { $path }: the file is empty; nothing was created
    .hint = give what “jalon export jsonl” printed
problem-file-changed = { $path }: the file was changed while it was read, so that nothing was recorded; import it again once nobody writes to it
problem-export-changed = { $path }: the file was changed while it was read; what was laid down is not what was checked
    .hint = no ledger was made; restore again from a file that nobody writes to
problem-not-made = { $cause }
    .hint = no ledger was made in { $folder }: give the same command again once that is put right
problem-not-made-full = { $cause }
    .hint = free some room on that disk; then give the same command again: no ledger was made in { $folder }
problem-folder-in-use = { $folder } holds other things; nothing was changed
    .hint = name an empty or new folder: jalon demo FOLDER
problem-column = { $path }: there is no column “{ $column }”

### Help
help-usage = Usage:
help-commands = Commands:
help-arguments = Arguments:
help-options = Options:
help-also = { $about } [also: { $names }]
help-aliases = also: { $value }
help-choices = values: { $value }
help-default = default: { $value }
help-variable = variable: { $value }
help-value-command = COMMAND
help-value-ledger = FOLDER
help-value-folder = FOLDER
help-value-file = FILE
help-value-files = FILE
help-value-lang = LANGUAGE
help-value-format = FORMAT
help-value-source = URI
help-value-prefix = PREFIX
help-value-zone = ZONE
help-value-year-end = MM-DD
help-value-currency = CURRENCY
help-value-kind = TYPE
help-value-body-kind = KIND
help-value-name-value = NAME=VALUE
help-value-on = WHEN
help-value-subject = ID
help-value-note = TEXT
help-value-entry = ENTRY
help-value-type = TYPE
help-value-reason = REASON
help-value-replaces = HASH
help-value-version = HASH
help-value-correction = ID
help-value-text = TEXT
help-value-with = ID
help-value-from = VALUE
help-value-to = DATE
help-value-as-at = DATE
help-value-known-at = WHEN
help-value-plan = PLAN
help-value-indicator = INDICATOR
help-value-what = FORMAT
help-jalon = An activity ledger: record what is done, take the table of indicators as at any date, show where every value comes from.
help-arg-ledger = The ledger's folder
help-arg-lang = The language, fr or en; the system's otherwise
help-arg-format = Text for people or JSON for programs
help-arg-help = Print this help
help-arg-version = Print the version
help-arg-accept-clock = Record even if the clock is far from the last entry; the ledger notes it
help-demo = Lay down a demonstration ledger and print its table
help-demo-folder = The folder; the one that --ledger names otherwise. A ledger that is there is never overwritten
help-init = Open a new ledger
help-init-source = The URI of the ledger, such as https://ledger.example.org/activities
help-init-prefix = The prefix of its activity types, a domain name in reverse such as org.example
help-init-zone = The IANA time zone of its days; the system's otherwise
help-init-year-end = The last day of its fiscal year
help-init-currency = Its currency, ISO 4217
help-plan = Check plan files and adopt what changed
help-plan-files = TOML files: a catalogue, a plan, or both in one; read as one
help-register = List the register, add to it, change what is known of a body, or say that two are one
help-import = Record the activities and reported totals of a file at once
help-import-files = Files, read as one: workbooks (.xlsx), .csv, .tsv and .txt as CSV, any other as JSON Lines
help-import-kind = The type of all rows of a file without a column that says it
help-import-dry-run = Check everything and say of each row what it would become; write nothing
help-record = Record an activity
help-record-kind = Its type, by its name or by the words people use
help-record-fields = Its fields; several values stand between semicolons
help-record-on = When: 2023-09-27, 2023-09, FY2024 (the fiscal year that ends in 2024), or two of these with .. between; today otherwise
help-record-planned = Keep a period that ends later: the activity is planned
help-record-subject = What it is about, by its id in the register
help-record-note = A remark
help-correct = Record another version of an activity or a reported total
help-correct-fields = Fields that change; “NAME=” alone takes the field away. Of a total: value, to, from, note
help-correct-on = When it happened instead
help-correct-subject = What it is about instead, by its id in the register
help-correct-note = Another remark; an empty one takes it away
help-correct-replaces = The hash of the version that is corrected, as “jalon show” prints it; refused when another stands since
help-arg-entry = The entry, by its number or id
help-arg-reason = Why
help-withdraw = Withdraw an entry, or one correction of it
help-withdraw-correction = Only this correction of it, by its number or id
help-confirm = Say that a planned activity took place
help-approve = Approve the standing version of an entry
help-reject = Reject the standing version of an entry
help-approve-version = The hash of the version that was seen, as “jalon show” prints it; refused when another stands since
help-reject-version = The hash of the version that was seen, as “jalon show” prints it; refused when another stands since
help-note = Keep a text whose type is not known yet
help-note-text = The text; it counts nowhere until it is given a type
help-note-on = When it happened
help-journal = List activities and reported totals
help-journal-kind = Only those of this type
help-journal-with = Only entries that name this project or partner, by register id or name
help-journal-from = Only what happened from this day on; of a period the first
help-journal-to = Only what happened by this day; of a period the last
help-journal-text = Only what holds these words
help-show = Show one entry with all its versions, or what is known of a body
help-show-entry = The entry, by number or id; or a body of the register, by name or id
help-kpi = Print the table of indicators
help-kpi-with = Only entries that name this project or partner, by register id or name
help-arg-as-at = The date: a day, or a period of which the last day holds, such as 2024-03-31, 2024-03 or FY2024; today otherwise
help-arg-known-at = What was recorded by the end of a day or period, by a moment (2026-06-30T12:00-04:00), or up to a number
help-arg-plan = A plan, PLAN or PLAN@VERSION; the plan adopted first otherwise
help-explain = Show what a value is made of
help-explain-indicator = The indicator's id or label
help-explain-with = Only entries that name this project or partner, by register id or name
help-reconcile = Say what is to be settled before printing: a draft or a report beside the entries and beside itself
help-reconcile-files = What is printed or about to be: a workbook or CSV with named columns, a table of indicators, a text (.md, .txt); several are taken together
help-reconcile-out = The file to write the list to settle into, .md or .xlsx (with columns to fill in)
help-reconcile-all = Also show what agrees
help-verify = Check bytes, canonical form, chain, both copies, the tree and what is signed of it
help-rebuild = Make anew what is derived from the entries: outline and index
help-rebuild-drop = Only take it away; it is made again when it is needed
help-repair = Make one copy of a damaged ledger anew from the other
help-repair-from = The copy to keep: twin, the lines, or store; without it nothing changes
help-restore = Lay down a ledger from its export
help-restore-file = What “jalon export jsonl” printed
help-export = Print the entries as they are stored
help-export-what = jsonl: one entry a line, byte for byte
help-help = Say how a command is used
help-help-command = The command; all of them otherwise

### Arguments that cannot be read
misuse-command = there is no command “{ $typed }”
misuse-argument = there is no argument “{ $argument }” here
misuse-nearest = { $count ->
    [one] nearest: { $near }
   *[other] nearest: { $near }
}
misuse-missing = { $argument } is missing
misuse-no-value = { $argument } takes a value
misuse-choice = “{ $value }” does not fit { $argument }
    .hint = possible values: { $valid }
misuse-value = “{ $value }” does not fit { $argument }: { $cause }
misuse-value-said = { $argument }: { $cause }
misuse-conflict = { $argument } cannot go with { $other }
misuse-twice = { $argument } is given twice; give it once
misuse-values = { $argument } does not have the right number of values
misuse-utf8 = an argument is not a text in UTF-8
misuse-more = “{ $command } --help” says more

### typed
typed-or = or
typed-field = { $field }: { $problem }
typed-empty = nothing is written; write it, or leave the field out
typed-decimal = { $whole }.{ $fraction }
typed-date-empty = the date is empty; write for example 2023-09-27, 2023-09, 2023, FY2024, or two dates with .. between them
typed-date-unknown = “{ $typed }” is not a date; write for example 2023-09-27, September 27, 2023, 2023-09, 2023, FY2024 (the fiscal year that ends in 2024), or two dates with .. between them
typed-date-relative = “{ $typed }” will be another day tomorrow; in a file write the day itself, for example 2023-09-27
typed-date-no-such-day = the date “{ $typed }” does not exist; the last day of that month is { $last }
typed-date-not-in-calendar = the date “{ $typed }” does not exist in the calendar; write a day that exists, for example 2023-09-27
typed-date-two-readings = “{ $typed }” can be read several ways: { $readings }; write the one you mean as YYYY-MM-DD
typed-date-end-before-start = “{ $typed }” ends ({ $to }) before it begins ({ $from }); correct one of the two dates
typed-date-not-a-fiscal-year = “{ $typed }” is not a fiscal year of this ledger; for all days of these years write { $first }..{ $last }
typed-date-no-year = “{ $typed }” has no year; add it, for example September 27, 2023
typed-date-other-weekday = “{ $typed }”: { $day } is another day of the week; correct the date or leave the weekday out
typed-date-not-one-day = “{ $typed }” is more than one day; write one day, for example 2023-09-27
typed-number-none = “{ $typed }” is not a number; write it in digits, for example 4,200,000.50
typed-number-not-whole = “{ $typed }” is not a whole number; a number without decimals is needed here, for example 4
typed-number-percent = “{ $typed }” is a percentage; a number is needed here
typed-number-money = “{ $typed }” is an amount of money; a bare number is needed here
typed-number-word = “{ $typed }”: “{ $word }” is not understood beside a number; take it out, or write it in a remark
typed-number-two-readings = { $count ->
    [one] “{ $typed }” is { $readings } if it counts thousands, and is then written so; if not, it has too many decimals, and nothing is rounded here
   *[other] “{ $typed }” can be read two ways; write { $readings }
}
typed-number-decimals = { $decimals ->
    [one] “{ $typed }” has more than { $decimals } decimal; nothing is rounded here
   *[other] “{ $typed }” has more than { $decimals } decimals; nothing is rounded here
}
typed-number-too-large = “{ $typed }” is too large; the limit is { $limit }
typed-number-foreign = “{ $typed }” is in { $currency } and the ledger is in { $ledger }; import this amount as JSON Lines with its conversion to { $ledger } (“converted”: amount, currency, rate, source, date)
typed-number-which-currency = “{ $typed }”: several currencies are written { $sign }; write the code, for example USD 1200
typed-body-several = several are called “{ $typed }”: { $bodies }; write the id of the one you mean
typed-body-other-kind = “{ $id }” does not fit here; { $kinds } is needed
typed-yes-no = “{ $typed }” is neither yes nor no; write yes or no
typed-choice = “{ $typed }” is none of these choices: { $choices }
typed-repeated = “{ $typed }” stands twice; write it once
typed-items = { $given } values are too many; the limit is { $limit }; spread them over several activities
typed-field-unknown = the type “{ $kind }” has no field “{ $typed }”; it has { $near }
typed-field-several = “{ $typed }” can be { $fields }; write the one you mean
typed-field-twice = the field “{ $field }” is given twice; give it once
typed-field-retired = the field “{ $field }” is no longer used; take it out

### import
import-rows = the file has more than { $limit } rows; import it in several parts
import-no-rows = no rows of activities or totals in this file; add some
import-id = “{ $typed }” is not the id of an entry (a UUID of version 7 in lower case); leave it out, and the ledger gives one
import-end-before-start = it ends ({ $to }) before it begins ({ $from }); correct one of the two dates
import-encoding-utf8 = the file is in UTF-8, but this place is damaged; save it again in UTF-8
import-encoding-not-utf8 = the file is not in UTF-8, perhaps in Windows-1252; save it again in UTF-8
import-encoding-utf16 = the file is in UTF-16, but this place is damaged; save it again in UTF-8
import-encoding-unknown = the file is in no known encoding (UTF-8, UTF-16, Windows-1252); save it again in UTF-8
import-alike = { $place }: #{ $entry } says the same already
import-alike-more = and { $count ->
    [one] { $count } other row
   *[other] { $count } other rows
} likewise
import-alike-hint = if it is the same activity, keep one of them: take the row out of the file, or withdraw one of the two (jalon withdraw NUMBER --reason "…")
    .page = if it is the same activity, keep one only: take the row out of the file, or withdraw one of the two from its page
import-twin = { $place }: says the same as { $other }
import-twin-hint = if it is the same activity, keep one only: take the row out of the file, or withdraw one of the two (jalon withdraw NUMBER --reason "…")
import-counts = { $added ->
    [one] { $added } recorded
   *[other] { $added } recorded
}, { $skipped } there already
import-would = nothing is written (--dry-run); would be recorded: { $added }; there already: { $skipped }
import-type = { $count } × { $label } ({ $kind })
import-planned = { $count ->
    [one] { $count } ends after today: it is planned and does not count until it is confirmed
   *[other] { $count } end after today: they are planned and do not count until they are confirmed
}
csv-open-quote = this quotation mark is never closed; close it, or write it twice if it belongs to the text
csv-after-quote = something follows the closing quotation mark; within a cell the mark is written twice
csv-cells = this file has more than { $limit } cells; import it in several parts
csv-empty = the file is empty; write a first line that names the columns, then a line for each activity
csv-no-type = no column “type”; add it, or say the type of all rows with --type
csv-type-twice = both the column “{ $head }” and --type say the type; take one of them out
csv-head = the column “{ $head }” is not known; rename it or take it out
csv-head-two-meanings = the column “{ $head }” can be { $column } or the field { $field }; write “{ $column }” or “{ $head } (field)”
csv-head-twice = the column “{ $head }” stands twice; take one of them out
csv-no-column = a file of reported totals needs the column “{ $head }”; add it
csv-no-head = “{ $typed }” stands under no column name; name the column, or put a number with a decimal comma between quotation marks
csv-empty-cell = { $head }: the cell is empty; fill it in
csv-missing = the field “{ $label }” ({ $field }) is missing; the type “{ $kind }” requires it; add it
    .page = the field “{ $label }” is missing
csv-date-twice = the date stands twice: under “{ $on }” and under “{ $other }”; keep one of them
csv-no-source = the citation does not name its source; write it under “{ $head }”
csv-basis = “{ $typed }” is none of these words: firsthand, document, report; write one of them
line-syntax = from here on this is not JSON; a line is an object, such as {"{"} "type": "…" {"}"}
line-unfinished = the line ends within a value; an object stands on one line
line-not-an-object = a line is an object, between braces
line-twice = “{ $member }” stands twice; keep one of the two
line-null = “{ $member }” is null; what is not there is left out
line-fraction = “{ $member }” is not a whole number; a number with decimals is written as text, for example "53.24"
line-unknown = “{ $member }” is not known; rename it or take it out
line-missing = “{ $member }” is missing; add it
line-not-text = “{ $member }” is not a text; put it between quotation marks
line-shape = “{ $member }” is not written as it should be
line-date = “{ $typed }” is not a day of the calendar, written as in 2023-09-27
line-body = “{ $typed }” is not a register id, such as organisation/ocde
line-ref = no line above is called “{ $name }” (“ref”)
line-ref-twice = another line above is called “{ $name }” (“ref”)
line-amendment = an import adds activities and totals only; correct what is there with “jalon correct”
line-recordedtime = an import gives no “recordedtime”: the ledger writes it when it records

### Rules between entries
misstep-own-version = format 1 knows version 1 of this type only
misstep-batch-not-open = it belongs to a batch that is not open
misstep-definition = the definition is not as format 1 has it
misstep-too-many-types = the catalogue has 300 types already
misstep-definition-version = the definition’s version is not the next
misstep-adoption = the adoption is not as format 1 has it
misstep-plan-version = the plan’s version is not the next
misstep-too-many-indicators = the plan has over 500 indicators
misstep-not-one-day = its first and last day are not the same
misstep-no-subject = a register fact names its body as subject
misstep-subject-kind = the subject is a body of another kind
misstep-registered-twice = the body is registered already
misstep-not-registered = the body is not registered
misstep-other-not-registered = the other body is not registered
misstep-not-to-merge = the two bodies are one already, or of two kinds
misstep-type-prefix = its type has another prefix than the ledger’s
misstep-type-unknown = its type is not in the catalogue
misstep-activity = the activity is not as format 1 has it
misstep-subject-unknown = its subject is not registered
misstep-not-a-part = it is a part of what is no activity
misstep-fields = its fields are not as its type has them
misstep-total-day = its day is not the last of its period
misstep-period-order = its period ends before it starts
misstep-indicator-unknown = its indicator is not defined
misstep-no-value = it has no value
misstep-value-unfit = its value does not fit its indicator
misstep-names-none = it does not name the entry it is about
misstep-not-the-original = it is not about an original entry
misstep-withdrawn = it is about what was withdrawn, which is final
misstep-other-version = it replaces another version than the standing one
misstep-no-content = it has no content
misstep-no-correction = it names no standing correction
misstep-not-planned = it confirms what is not planned
misstep-too-early = it confirms before the day
misstep-no-version = it names no version of the entry
misstep-own-judge = a version is judged by its own recorder
misstep-no-open-note = it resolves what is no open note
misstep-not-an-activity = a note becomes what is no activity
misstep-no-batch = it is about a batch that is not there
misstep-batch-ended = the batch has ended already
misstep-not-a-definition = it names what is no definition
misstep-defined-twice = it names one definition twice, or two versions of one
misstep-target-alone = it names a target without its indicator
misstep-row-unknown = a group has a row, or a mean of a row, that the adoption does not name
misstep-row-twice = an indicator is a row twice
misstep-objective-unknown = a group stands under an objective that the adoption does not name
misstep-approval-unknown = it asks for the approval of a type that is not in the catalogue
misstep-type-changes = the next version of a type changes what stored activities mean
misstep-type-name-too-long = the type’s name is too long under the ledger’s prefix
misstep-reads-unfit = the rule reads a field that is sealed or not there
misstep-merged-already = the body is merged into another already
misstep-total-too-early = a total is reported before its last day
misstep-total-overlaps = its period overlaps that of a standing total without containing it
misstep-other-total = a correction of a total names another indicator or a subject
misstep-clock-not-accepted = over 400 days after the entry before, and no clock was accepted
misstep-other-clock = its times are not those of the entry before and of its own
misstep-recorder-twice = the recorder is registered already
misstep-unknown-recorder = its recorder is not registered
misstep-not-registered-next = who accepted the clock is not registered next
misstep-same-program = this version of the program is the one that wrote before
misstep-other-end = its size and hash are not those of an end of the log before it
misstep-half-an-end = size and hash of the copy set aside stand together
misstep-batch-again = the file was brought by a batch that is not withdrawn
misstep-batch-rows = the batch has brought more or fewer entries than it says
misfit-not-opened = only an opening can be entry #0
misfit-opening = it does not open a ledger of format 1: { $cause }
opening-hash = another hash or tree
opening-origin = its origin is not its source without the scheme
opening-key = its key is not a verifier key of its origin
opening-prefix = its prefix is not one of its own, of at most 32 characters
opening-year-end = its fiscal year has no last day
opening-currency = an unknown currency
opening-languages = its languages are not fr and en
misspelt-long-text = a text is over 4,000 characters
misspelt-long-array = an array is over 4,000 items
### Verification
verify-form = bytes and canonical form
verify-chain = chain, order and ids
verify-copies = both copies equal
verify-documents = documents
verify-sealed = sealed values
verify-values = values recomputed from the entries alone
verify-derived = outline made from the entries
verify-index = index made from the entries
verify-checkpoint = checkpoint
verify-outcome-sound = ✓ { $check }: { $count }
verify-outcome-failed = ✗ { $check }: not as it should be
verify-outcome-unchecked = – { $check }: { $why }
verify-unchecked = not checked
verify-without-key = { $count ->
    [one] { $count } not checked: no key
   *[other] { $count } not checked: no key
}
verify-without-checkpoint = not checked: no checkpoint given; a shortened ledger would not be noticed
verify-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
verify-unfinished = the import begun by #{ $entry } is not complete; importing the same file again continues it
rebuild-progress = { $done } of { $all } entries read
rebuild-made = outline and index are made anew from { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
rebuild-dropped = outline and index are taken away; they are made again when they are needed
verify-progress = { $done } of { $all } entries checked
verify-progress-year = { $done } of { $all } entries read again for a closed year
verify-progress-values = { $done } of { $all } entries read again for the values
verify-not-sound = the ledger is not as it was recorded
verify-given-alone = the checkpoint or key that was given is another ledger’s or another key’s; nothing else was found
verify-store-new = it was just made anew from the lines, there was no second copy to compare
verify-resumed = – #{ $entry } says that the ledger goes on without entries that were signed: { $size } of { $signed } were left
verify-unkept = – the checkpoint of { $size } entries that closing #{ $entry } holds has no file here any more
verify-demonstration = – a demonstration: its key is published, its signatures prove nothing
finding-log = the ledger cannot be read: { $cause }
finding-form = #{ $entry }: not in canonical form ({ $cause })
finding-sequence = #{ $entry }: the entry says that it is #{ $cause }
finding-chain = #{ $entry }: does not carry the hash of the entry before
finding-time = #{ $entry }: recorded before the entry before it
finding-id = #{ $entry }: carries the id of another entry
finding-source = #{ $entry }: names another ledger
finding-misstep = #{ $entry }: { $cause }
finding-in-twin = lines/: { $fault }
finding-in-store = store/: { $fault }
finding-copies = #{ $entry }: the two copies differ here first; “jalon repair” shows both
finding-nodocument = #{ $entry }: what stands as a document is none
finding-document-missing = #{ $entry }: “{ $name }” is missing; put the document back as { $file }
finding-document-differs = #{ $entry }: “{ $name }” is no longer the same; put the original back as { $file }
finding-document-unreadable = #{ $entry }: “{ $name }” cannot be read; look at the rights of { $file }
finding-sealed-missing = #{ $entry }: { $file } is missing; put it back from a backup ({ $person })
finding-sealed-altered = #{ $entry }: { $file } was changed, or the key of { $person } is another
finding-sealed-key = #{ $entry }: the key of { $person } cannot be read ({ $file })
finding-sealed-unreadable = #{ $entry }: { $file } cannot be read; look at its rights ({ $person })
finding-outline = the outline does not say what the entries say; delete the file “outline” in the ledger’s folder, and it is made anew
finding-index = the index does not say what the entries say; delete the file “index” in the ledger’s folder, and it is made anew
finding-value = { $indicator } ({ $plan }) at { $day }: the contributions do not give the value

### Documents and sealed values
evidence-agreement = agreement
evidence-bankstatement = bank statement
evidence-confirmation = confirmation
evidence-webcapture = web capture
evidence-internalnote = internal note
evidence-other = other
document-here = here
document-missing = missing
document-bytes = { $bytes } bytes
show-sealed = “sealed” ({ $person })
approval-waiting = waits for approval
approval-approved = approved
approval-rejected = rejected
show-stands = In force: version #{ $entry }
show-became = Became activity #{ $entry }
show-planned = Planned: it does not count until it is confirmed
show-withdrawn = Withdrawn on { $when } by { $by } (#{ $entry })
show-confirmed = Confirmed on { $when } by { $by } (#{ $entry })
show-approved = Version #{ $version } approved by { $by } on { $when } (#{ $entry })
show-rejected = Version #{ $version } rejected by { $by } on { $when } (#{ $entry })
show-because = { $said }: “{ $reason }”
show-correction = correction: “{ $reason }”
show-version-replaced = replaced by #{ $entry }
show-version-withdrawn = correction withdrawn on { $when } by { $by } (#{ $entry })
show-version-last = the last version
show-subject = Subject
show-note = Remark
show-source = Source
show-counts = What it counts in, as at { $day }
show-counts-nowhere = nowhere: no indicator looks at it
show-not-counted = not counted: { $reason }
show-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
show-details = Technical details
explain-document = document: { $name } ({ $kind })
vault-file = { $path }: { $cause }
vault-not-a-file = { $path } is not a file; give a document
vault-empty = { $path } is empty; give the document itself
vault-too-large = { $path } has more than 4 GiB; give a smaller document
vault-name = the name of { $path } cannot be kept ({ $cause }); rename the file
vault-no-key-folder = there is no folder for keys; name one in JALON_KEYS
vault-keys-inside = the folder for keys, { $path }, lies inside the ledger; name another in JALON_KEYS
vault-no-key = the key of { $person } is not on this computer; bring it, or leave the person out
vault-key-file = the key { $path } is not as it was written; take it from a backup of the keys
vault-accounts = { $path } is not as it was written; take it from a backup, or move it aside
vault-random = the system gives no random bytes: { $cause }
vault-too-long = the value is too long to be sealed
sealing-no-such-person = “{ $typed }” is no person of the register whose key is on this computer; write person/… before the bar, or the text alone
sealing-several-persons = several persons are called “{ $typed }”: write before a bar the one you mean ({ $persons })
sealing-text = the text cannot be sealed: { $cause }
refused-person-in-the-clear = { $body } would be named in the clear: a person has a sealed name and no synonyms

### Help of newer arguments
help-arg-compare = An earlier date beside it, by the same rules; of a period its last day
help-arg-evidence = Add a document; may be repeated. Before the file, what it is: agreement, bankstatement, confirmation, webcapture, internalnote or other
help-arg-name = Your name, kept sealed; the account’s otherwise
help-arg-open = Give sealed values too, where their key is on this computer
help-value-document = [KIND:]FILE
help-value-compare = DATE
help-value-name = NAME

### Entries in words
field-value = { $label }: { $value }
total-words = Reported total · { $label }: { $value }
yes = yes
no = no

### Questions at a terminal
ask-type = Which activity?
ask-days = When?
ask-days-help = a date, a month (2024-06), a fiscal year (FY2024) or a period (A..B)
ask-keys = ↑↓ choose, Tab complete, Enter accept, Esc give up
ask-many = Several values stand between semicolons.
ask-optional = Optional: Enter alone skips it.
ask-record = Record “{ $activity }”, { $period }?
problem-note = there is no note “{ $typed }” that waits for its type
    .hint = “jalon journal --type note” lists the notes
problem-early-clock = the clock of this computer stands before 1970
    .hint = set the computer's clock, then try again
problem-unanswered = nothing was recorded
usage-no-type = the type of the activity is missing: jalon record TYPE
    .hint = for example “jalon record newsletter”; at a terminal, “jalon record” asks for it
help-record-from = The note it was first, by its number: its days, words and documents are taken

### Journal, targets
journal-note = Note · { $text }
journal-planned = planned
journal-waiting = waits for its type
journal-resolved = its activity is recorded
journal-none = no entry answers to this
explain-target = Target: { $value } since { $since }
explain-target-reason = { " " }({ $reason })
help-journal-subject = Only what is about this body, by register id or name

### Rules by their labels
path-subject = subject
path-attribute = { $attribute } of “{ $field }”
list-edition = { $label } ({ $edition })

### Register from the command line
problem-like-names = the register has { $count ->
        [one] a name
       *[other] names
    } like “{ $typed }” already: { $near }
    .hint = if it is another one: jalon register NAME --distinct; otherwise use the one that is there
problem-which-kind = “{ $typed }” can be of more than one of the kinds that --new gives
    .hint = add it first: jalon register NAME --kind KIND
usage-no-id-of-name = no id can be made of “{ $typed }”
    .hint = give it with --id, for example --id organisation/my-name
register-skipped = { $count ->
    [one] { $count } is in the register already as it stands
   *[other] { $count } are in the register already as they stand
}
help-register-what = A file (TOML, .xlsx, .csv), the name of a new body, or one that is there; without it, the list
help-register-kind = What it is: organisation (otherwise), project, deliverable or person; of the list, only this kind
help-register-id = Its id; made of its name otherwise
help-register-name-en = Its name in English, where it is another one
help-register-rename = Its new name, with --change
help-register-attributes = An attribute, by its name or by the words of the plan, such as country=CA; several values stand between semicolons
help-register-synonyms = Another word for it
help-register-on = The day from which it holds; today otherwise
help-register-distinct = It is another one than those with a name like it
help-register-change = Change what is known of one that is there, from that day
help-register-successor = The one that took its place, with --change
help-register-merge = The one that it always was: the two are one
help-value-file-or-name = FILE|NAME
help-value-into = NAME
help-value-id = ID
help-value-name-en = NAME
help-value-rename = NAME
help-value-synonyms = WORD
help-value-successor = ID
journal-unknown-type = the catalogue has no activity type “{ $typed }”
    .hint = perhaps { $near }
import-unknown-type = the catalogue has no activity type “{ $typed }”
    .hint = { $count ->
            [0] add it to the catalogue with “jalon plan FILE.toml”, or correct the word
           *[other] nearest: { $near }
        }
receipt-nothing = it already is so; nothing is recorded
usage-no-change = nothing says what changes: add --set, --rename, --name-en, --synonym or --successor
register-kind-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
register-kind-project = { $count ->
    [one] { $count } project
   *[other] { $count } projects
}
register-kind-deliverable = { $count ->
    [one] { $count } deliverable
   *[other] { $count } deliverables
}
register-kind-person = { $count ->
    [one] { $count } person
   *[other] { $count } persons
}
register-merged = { $body }: merged into { $kept }
register-empty = the register is empty; “jalon register NAME” adds a name, “jalon register FILE.toml” several
register-none = nothing in the register answers this request
register-is = Kind
register-name-fr = Name in French
register-name-en = Name in English
register-other-words = Other names
register-since = { $what } · from { $day } on · #{ $entry }
register-always = { $what } · always · #{ $entry }
register-successor = Replaced by
register-merged-into = Merged into { $body } · #{ $entry }
register-merged-here = { $body } was merged into it · #{ $entry }
register-records = { $count ->
    [0] No activity and no reported total names it
    [one] { $count } activity or reported total names it: jalon journal --with { $id }
   *[other] { $count } activities and reported totals name it: jalon journal --with { $id }
}
help-register-text = Of the list, only those with these words in a name or an id
problem-neither = there is neither an entry nor a body of the register “{ $typed }”
    .hint = { $count ->
            [0] “jalon journal” shows the entries with their numbers, “jalon register” the bodies
           *[other] nearest: { $near }
        }
attribute-code = code “{ $code }”
attribute-unknown = no rule reads “{ $typed }”, and nothing in the register has it
    .hint = perhaps { $near }; if it is a new attribute, add --new-attribute
attribute-name = “{ $typed }” is no name of an attribute: a-z, 0-9 and _
help-register-new-attribute = Take attributes that no rule reads and that none has yet
usage-kind = “{ $typed }” is neither organisation, project, deliverable nor person
help-record-new = Register what it names and the register lacks, as this kind: organisation, project, deliverable or person; may be repeated

### The invented organisation
demo-next-fictif = What to try next:
    { "  " }jalon --ledger { $folder } kpi --as-at 2026-06-30 --compare 2025-06-30
    { "  " }jalon --ledger { $folder } explain workshops --as-at 2026-06-30
    { "  " }jalon --ledger { $folder } journal --type workshop
help-demo-fictif = An invented organisation, whose ledger was well kept

### What a plan changes
plan-new-type = { $count ->
    [one] { $count } activity type
   *[other] { $count } activity types
}
plan-new-list = { $count ->
    [one] { $count } list
   *[other] { $count } lists
}
plan-new-objective = { $count ->
    [one] { $count } strategic objective
   *[other] { $count } strategic objectives
}
plan-new-group = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
plan-new-indicator = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}
plan-new-target = { $count ->
    [one] { $count } target
   *[other] { $count } targets
}
plan-kind-type = activity type
plan-kind-list = list
plan-kind-objective = strategic objective
plan-kind-group = group
plan-kind-indicator = indicator
plan-kind-target = target
plan-changed = { $kind } { $id }: version { $before }, then { $now }
plan-difference = { $path }: { $before } → { $now }
plan-nothing = nothing
plan-unseen = { $indicator } reads { $path }, which no body of the register has yet; check how it is spelled
plan-changed-target = revised target of { $id }: { $before }, then { $now }
plan-unchanged = { $count ->
    [one] { $count } unchanged
   *[other] { $count } unchanged
}
plan-adoption = { $plan }, version { $version }, in force from { $day }
help-plan-dry-run = Show what would change, and change nothing
help-init-plan = Files of a plan to adopt; where they are wrong, no ledger is opened

### Receipts, and entries that are named
receipt-repeated = there already
receipt-corrected = correction of #{ $entry } · { $what }
receipt-confirmed = confirmation of #{ $entry } · { $what }
receipt-approved = approval of #{ $entry } · { $what }
receipt-rejected = rejection of #{ $entry } · { $what }
receipt-withdrawn = withdrawal of #{ $entry } · { $what }
receipt-correction-withdrawn = withdrawal of the correction #{ $correction } of #{ $entry } · { $what }
receipt-note-withdrawn = withdrawal of the note #{ $entry }
receipt-merge-withdrawn = withdrawal of the merge #{ $entry }: the two names are two again
receipt-batch-withdrawn = withdrawal of the import #{ $entry }, with all that it recorded
receipt-stands-still = #{ $entry }, which follows it, still stands: { $words }
receipt-stands = #{ $entry } stands now: { $words }
receipt-resolved = the note #{ $note } became #{ $entry }
receipt-registered = in the register: { $body }
receipt-changed = change in the register: { $body }
receipt-merged = merge in the register: { $body } is { $kept }
entry-ledger-opened = opening of the ledger
entry-user-registered = first entry of an account
entry-clock-accepted = gap of the clock that was accepted
entry-program-changed = change of the program
entry-ledger-repaired = repair of the ledger
entry-ledger-restored = ledger laid down from its export
entry-activitytype-defined = definition of an activity type
entry-list-defined = definition of a list
entry-objective-defined = definition of a strategic objective
entry-group-defined = definition of a group
entry-indicator-defined = definition of an indicator
entry-target-set = target of an indicator
entry-plan-adopted = adoption of a plan
entry-body-registered = new name of the register
entry-body-changed = change in the register
entry-body-merged = merge of two names of the register
entry-total-reported = reported total
entry-entry-corrected = correction
entry-entry-withdrawn = withdrawal
entry-entry-confirmed = confirmation
entry-entry-approved = approval
entry-entry-rejected = rejection
entry-note-recorded = note
entry-note-resolved = type given to a note
entry-batch-started = beginning of an import
entry-batch-completed = end of an import
entry-batch-withdrawn = withdrawal of an import
named-correction = #{ $given } is a correction of #{ $original }, which is the one that is meant
named-other = entry #{ $entry } is neither an activity nor a reported total: { $what }
named-other-plan = change the plan’s file, then adopt it: jalon plan FILE
named-other-body = what is known of it is changed by: jalon register NAME --change
named-other-merge = jalon withdraw { $entry } takes it back, and the two names are two again
named-other-note = jalon record TYPE --from { $entry } gives it its type; jalon withdraw { $entry } takes it back
named-other-batch = jalon withdraw { $about } takes the whole import back
named-other-about = name the entry that it is about, #{ $about }
named-other-ledger = it says what happened to the ledger itself; nothing changes it or takes it back
named-not-a-correction = “{ $typed }” is not a correction of #{ $entry }
    .hint = “jalon show { $entry }” shows its versions
named-already-withdrawn = #{ $entry } is withdrawn already; there is nothing to do

### Shares, idle members, what keeps its meaning
plan-number-of-key = “having” asks something of all entries of a key, which is no number: “min” and “max” stand under “where”
plan-no-part = a share cannot be made of “{ $typed }”, which is a share itself or has no number; name a count, a sum or the like
plan-target-in-words = “{ $typed }” is told in words and has no number that could reach a target; take the target away
plan-idle = a rule of kind { $kind } does not read { $key }; take it away, or choose another kind or window
refused-unfit-part = the share “{ $indicator }” cannot be made of “{ $part }”, which is a share itself, has no number or is not in the plan
    .hint = name two indicators of the plan that are a count, a sum or the like
refused-other-window = the share “{ $indicator }” has another window than its part “{ $part }”
    .hint = a share has the window of its parts: window = "{ $window }"
refused-meaning-changes = the type “{ $kind }” would count on another date (countson) or close something else (closes)
    .hint = what is recorded keeps its meaning: define a new type, and retire the fields of the old one
misstep-part-unfit = a share is made of what is no part of one
restore-beside = { $count ->
    [one] { $count } document or sealed value is not here, for an export holds entries alone; put back evidence/ and sealed/ from a backup of the ledger’s folder, and its keys
   *[other] { $count } documents or sealed values are not here, for an export holds entries alone; put back evidence/ and sealed/ from a backup of the ledger’s folder, and its keys
}

### What a plan no longer has, or says otherwise
plan-removed = { $kind } { $id }: no longer in the plan
plan-term = { $what }: another
plan-term-now = { $what }: now { $now }
plan-term-label = label
plan-term-approval = types that count only once approved
plan-term-approver = approver
plan-term-columns = column heads
plan-term-fiscalyearend = end of the fiscal year
plan-term-notice = notice

### Workbooks and what an import would do
workbook-empty = the file is empty; save it again in the spreadsheet program
workbook-legacy = this workbook has the old form .xls; save it as .xlsx in the spreadsheet program
workbook-encrypted = this workbook is protected by a password; save it as .xlsx without one
workbook-other-form = this workbook has the form { $form }; save it as .xlsx in the spreadsheet program
workbook-none = this file is no workbook; save it as .xlsx in the spreadsheet program, or name it .csv if it is text
workbook-damaged = this workbook is damaged or cut off; open it in the spreadsheet program and save it again as .xlsx
workbook-too-large = unpacked this workbook has more than { $megabytes } MB; leave only the sheets to be read
workbook-sheets = this workbook has more than { $limit } sheets; leave only those to be read
workbook-columns = something is written beyond column { $limit }; clear it
workbook-cells = this workbook has more than { $limit } cells with something in them; import it in several parts
workbook-no-cells = nothing is written in this workbook; write a row that names the columns, then a row for each activity
cell-error = the cell shows { $value } in place of a value; correct its formula
cell-no-value = the value of this formula is not in the file; open it in a spreadsheet program and save it again, or write the value
cell-date = the number { $number } is shown as a date and is none; write the date
sheet-no-heads = no row of this sheet names the columns of activities or of reported totals; name them, hide the sheet, or give it the name of an activity type
sheet-no-head = “{ $typed }” stands under no column name; name the column or clear the cell
sheet-hidden = this sheet is hidden: it is not read
sheet-prose = this sheet has explanations only: it is not read
preview-added = would be recorded
preview-planned = would be planned
preview-there = there already
preview-alike = would be recorded, but like #{ $entry }
preview-twin = would be recorded, but says the same as line { $line }
preview-likebody = refused: like a name of the register
preview-refused = refused
preview-refused-rows = { $count ->
    [one] { $count } row cannot be recorded, so nothing would be; correct it
   *[other] { $count } rows cannot be recorded, so nothing would be; correct them
}

### A workbook to fill in
help-template = Write a template, that is a workbook to fill in, which “jalon import” reads back
help-template-kind = A type of activity, by its name or by the words people use; “totals”, “register” or “all”
help-template-out = The workbook to write; one that is there already is left as it is
help-value-workbook = FILE.xlsx
problem-print = standard output cannot be written: { $cause }
    .hint = if something was to be recorded, look with “jalon journal” whether it is there before doing it again
problem-file-there = { $path }: this file is there already and is left as it is; name another
problem-no-types = the catalogue has no activity type; define some first: jalon plan FILE.toml
template-written = { $path } is written: { $count ->
    [one] one sheet to fill in, then jalon import { $path } --dry-run
   *[other] { $count } sheets to fill in, then jalon import { $path } --dry-run
}
template-guide = How to fill it in
template-title = To record
template-how-rows = Each sheet is that of one type of activity, of reported totals or of the register: a row for each, below the heads. Sheets left empty do no harm.
template-how-required = A column marked with an asterisk (*) must be filled in; the others may stay empty.
template-how-dates = A date is written 2024-03-31 or March 31, 2024; a period March 2024, 2023-2024 (the fiscal year) or 2024-03-01..2024-03-15.
template-how-numbers = A number is written without a unit. What is known roughly only is written in words: about 50, at least 50.
template-how-many = Several values in one cell stand between semicolons.
template-how-names = Organisations, projects and deliverables are named as in the register; a new name is added on the sheet “Register” (jalon template all, or register), or with --new on import.
template-how-import = Once filled in: jalon import FILE.xlsx --dry-run says of each row what it would become and records nothing; without --dry-run all is recorded at once, and can be withdrawn at once.
template-types = The sheets
template-type = { $name }: { $help }
template-column-on = Date
template-column-subject = About
template-column-note = Remark
template-column-source = Source
template-help-on = When it happened: a day (2024-03-31, March 31, 2024) or a period (March 2024, 2023-2024).
template-help-subject = What it is about: the name of an organisation, a project or a deliverable of the register.
template-help-note = A remark in words.
template-help-source = The document that says it, by its short name.
template-kind-text = Words.
template-kind-yesno = yes or no.
template-kind-count = A whole number.
template-kind-decimal = A number.
template-kind-money = An amount in the ledger’s currency.
template-kind-date = A day, such as 2024-03-31.
template-kind-choice = One of the list.
template-kind-reference = A name of the register.
template-kind-sealed = Words, which will be sealed.
template-many = Several values stand between semicolons.
template-many-choices = Several values stand between semicolons: { $choices }
template-not-a-choice = Choose from the list.
template-not-in-register = The register has no such name. Keep it all the same? It must be added on the sheet “Register”, or imported with --new.

### A table that is kept already
help-adopt = Make a ledger of the table of indicators that the organisation keeps already
help-adopt-table = The table: a workbook (.xlsx) or CSV
help-adopt-dry-run = Show what is understood; write nothing
help-adopt-plan-out = Write the plan file only, and open no ledger
help-adopt-sheet = The sheet that holds the table
help-adopt-columns = What a column holds, such as C=target or C=delivered@2022 (number, objective, group, indicator, detail, target, delivered, percent, unit, nothing); several times
help-adopt-levels = What a row is, such as 12=heading (objective, group, heading, indicator, alone, nothing); several times
help-adopt-targets = The target of a row, such as 12=10 or "12=≤ 10", or 12=none; several times
help-adopt-as-at = Last day of the totals
help-adopt-since = First day of the plan
help-adopt-currency = Currency of the amounts, ISO 4217
help-adopt-year-end = Last day of the fiscal year, MM-DD
help-adopt-years = What columns of years hold: within (each year alone) or todate
help-adopt-thousands = The mark between thousands: , or .
help-adopt-label = Name of the plan; the first words above the table otherwise
help-adopt-source = The ledger’s address, such as https://registre.exemple.org/activites
help-adopt-prefix = Prefix of its activity types, such as org.exemple
help-adopt-zone = Time zone of its days; the system’s otherwise
help-adopt-name = Your name, which is sealed; that of your account otherwise
help-value-table = TABLE
help-value-sheet = SHEET
help-value-column = COLUMN=CONTENT
help-value-level = ROW=LEVEL
help-value-target = ROW=TARGET
help-value-since = DATE
help-value-years = within|todate
help-value-thousands = MARK
usage-column = “{ $typed }” does not say what a column holds; write for example C=target or C=delivered@2022 (number, objective, group, indicator, detail, target, delivered, percent, unit, nothing)
usage-level = “{ $typed }” does not say what a row is; write for example 12=heading (objective, group, heading, indicator, alone, nothing)
usage-target = “{ $typed }” does not say the target of a row; write for example 12=10, "12=≤ 10" or 12=none
usage-years = “{ $typed }” is neither within nor todate
usage-thousands = “{ $typed }” is no mark between thousands: , or .
usage-no-opening = --source and --prefix are missing, which say the address of the ledger to open and the prefix of its types
    .hint = for example --source https://registre.exemple.org/activites --prefix org.exemple; --dry-run shows first what is understood
adopt-no-heads = no row names both a column of indicators and one of targets or totals; name the columns, or say them: --column B=indicator --column C=target
adopt-which-sheet = several sheets hold a table: { $names }; say which with --sheet
adopt-no-sheet = no sheet is called “{ $typed }”; there are { $names }
adopt-no-rows = no indicator stands below the heads of this table; add some, or say what the columns hold with --column
adopt-too-many = this table has more than { $limit } indicators, which a plan cannot have; divide it
adopt-twice = two columns say the same: “{ $head }”; say of one what it holds, such as --column E=nothing
adopt-ask-asat = up to which day do these totals go? Say it with --as-at, such as --as-at 2024-03-31
adopt-ask-since = which is the first day of the plan? Say it with --since, such as --since 2021-01-01
adopt-ask-currency = which currency is “{ $typed }”? Say it with --currency, such as --currency CAD
adopt-ask-yearend = when does the fiscal year “{ $typed }” end? Say it with --year-end, such as --year-end 03-31
adopt-ask-years = do the columns of years hold what each year added, or all there was by its end? Say it with --years within or --years todate
adopt-ask-thousands = “{ $typed }” can be read two ways. Say the mark between thousands with --thousands , or --thousands .
adopt-ask-column = the column “{ $typed }” holds the same as another. Say what one of them holds with --column, such as --column E=nothing
adopt-ask-target = what is the target “{ $typed }”? Say it with --target, such as --target { $row }=10, --target "{ $row }=≤ 10" where less is better, or --target { $row }=none
adopt-ask-row = “{ $typed }” stands below the table after a blank row, with a target and no total: is it an indicator? Say it with --level { $row }=indicator or --level { $row }=nothing
adopt-column = { $letters } “{ $head }”: { $role }
adopt-column-bare = { $letters }: { $role }
adopt-to-date = up to { $to }
adopt-role-number = the organisation’s own numbering
adopt-role-objective = the strategic objective
adopt-role-group = the group of measures
adopt-role-label = the indicator
adopt-role-detail = the indicator, below a heading
adopt-role-target = the target
adopt-role-total = the reported total
adopt-role-percent = the percentage, which the table makes itself
adopt-role-unit = the unit
adopt-role-nothing = nothing of it is taken
adopt-supposed-levels = By their place alone, rows without values are read as titles of objectives or groups; --level says otherwise.
adopt-counts = { $rows ->
    [one] { $rows } indicator
   *[other] { $rows } indicators
}, { $targets ->
    [one] { $targets } target
   *[other] { $targets } targets
}, { $totals ->
    [one] { $totals } reported total
   *[other] { $totals } reported totals
}
adopt-unread = { $count ->
    [one] { $count } place is not taken
   *[other] { $count } places are not taken
}
adopt-why-unit = “{ $typed }” is not in the unit of the rest of its row
adopt-why-column = the column “{ $typed }” is not understood; --column says what it holds
adopt-why-sum = “{ $typed }” is a row of sums or means, which the table makes itself
adopt-why-nolabel = “{ $typed }” has no indicator in its row
adopt-why-idle = no indicator stands below “{ $typed }”
adopt-why-strict = “{ $typed }” is taken with its number, which is itself held to reach it
adopt-plan-written = { $path } is written: the plan alone, without its totals. Read it over and change it, then jalon adopt without --plan-out, or jalon plan
adopt-opened = { $path } is open: { $size } entries. And now: jalon kpi
adopt-as-reported = Taken as reported in { $file }: the value is the last reported total, without the detail that makes it up.
adopt-as-added = Taken as reported in { $file }: the value is the sum of the reported totals of each year, without the detail that makes them up.
adopt-group = Indicators
adopt-notice = Taken from an existing table ({ $file }): the values are reported totals without detail, and the rules of calculation are supposed.
### Persons whose names are sealed, and other findings of a second review
body-closed = { $count ->
    [one] the name of one person of the register is sealed and its key is not on this computer; if it is this person, write the id that is listed by: jalon register --kind person
   *[other] the names of { $count } persons of the register are sealed and their keys are not on this computer; if it is one of these, write the id that is listed by: jalon register --kind person
}
problem-closed-names = “{ $typed }” may be a person whom the register has already: { $count ->
    [one] one name is sealed, and its key is
   *[other] { $count } names are sealed, and their keys are
} not on this computer
    .hint = if it is another one: jalon register NAME --kind person --distinct; otherwise write the id
money-converted = { $amount }, that is { $converted } at the rate of { $rate } of { $day } ({ $source })
explain-confirmed = confirmed on { $day } (#{ $entry })
show-opened = { $value } (sealed, opened here)
plan-too-fine = { $key } is { $number }, and the indicator has { $decimals ->
    [0] no decimals
    [one] { $decimals } decimal
   *[other] { $decimals } decimals
}; give the indicator more “decimals”, or write a number that has no more than these
field-ends-before = the end, { $ends }, comes before the beginning, { $begins }; correct one of the two days
usage-no-source = the source that says it is missing; give it with --source SOURCE
help-value-cited = SOURCE
help-correct-source = The source that says it instead; an empty one takes the citation away. Another source has its own section, line and words
help-correct-section = The section of the source; an empty one takes it away
help-correct-line = The line of the source; an empty one takes it away
help-correct-words = What the source says, word for word; empty, it is taken away
reconcile-found = { $count ->
    [one] { $count } finding is to be settled; jalon explain INDICATOR says what a value is made of
   *[other] { $count } findings are to be settled; jalon explain INDICATOR says what a value is made of
}
receipt-unasked = no plan asks for the approval of this type: the values stay as they are
init-zone = time zone: { $zone }, that of this computer; it cannot be changed. To take another one, open another ledger with --zone
### The table as a file
parameter-plan = Plan
parameter-plan-is = { $label } ({ $id }, version { $version })
parameter-asat = As at
parameter-comparedto = Beside
parameter-day = { $day } ({ $iso })
parameter-known = Entries read
parameter-known-all = { $size ->
    [one] { $size } entry, all of the ledger’s; the last, no. { $entry }, of { $when }
   *[other] { $size } entries, all of the ledger’s; the last, no. { $entry }, of { $when }
}
parameter-known-past = { $size ->
    [one] { $size } entry; the last, no. { $entry }, of { $when }
   *[other] { $size } entries; the last, no. { $entry }, of { $when }
}
parameter-head = Hash of the last
parameter-filter = Filter
parameter-filter-none = none
parameter-rules = Rules of calculation
parameter-program = Program
rules-printed = { $count ->
    [one] { $count } printed
   *[other] { $count } printed
}
rules-supposed = { $count ->
    [one] { $count } supposed
   *[other] { $count } supposed
}
rules-confirmed = { $count ->
    [one] { $count } confirmed
   *[other] { $count } confirmed
}
rules-approved = { $count ->
    [0] none approved
    [one] { $count } approved
   *[other] { $count } approved
}
table-written = written: { $path }
usage-table-format = this command does not give --format { $format }
    .hint = “jalon kpi --format { $format }” does; --help says which this one has
usage-workbook-on-terminal = a workbook is no text for a terminal
    .hint = say where to write it, with --out and a name that ends in .xlsx
problem-other-package = { $path } describes something else and stays as it is; nothing is written
    .hint = give --out a folder of its own: “--out table/”
workbook-cannot = the workbook cannot be made: { $words }
sheet-table = Table
sheet-contributions = Contributions
sheet-notcounted = Not counted
sheet-rules = Rules
sheet-nothing = Nothing was left out.
column-certain = Certain number
column-id = Id
column-entry = No.
column-entry-id = Entry’s id
column-from = From
column-to = To
column-type = Type
column-said = What is recorded
column-counts-on = Counts on
column-amount = Amount
column-remark = Remark
column-citation = Source
column-documents = Evidence
column-recorded = Recorded on
column-reason = Why
column-status = Status of the rule
column-approved = Approved
column-rule = Rule of calculation
column-rule-words = What it supposes
rule-approved = by { $by }, on { $day }

### Tables that were sent
entry-table-published = table sent
published-table = Table sent to { $to } on { $on }: plan { $plan }, version { $version }, as at { $day }
published-to = To
published-on = Sent on
published-known = { $size } (hash { $head })
published-form = Form
published-bytes = BLAKE3 of what was sent
published-text = text
published-json = JSON
published-md = Markdown
published-html = web page
published-csv = CSV
published-xlsx = XLSX workbook
published-other = other document
explain-published = { $count ->
    [one] In { $count } table that was sent
   *[other] In { $count } tables that were sent
}
explain-published-same = { $then }, and the same value today
explain-published-differs = { $then }; today { $now }
explain-published-gone = { $then }; the plan no longer has it today
receipt-publication-withdrawn = mark of the table sent, no. { $entry }, withdrawn
named-other-published = “jalon withdraw { $entry }” withdraws the mark; another sending is recorded by “jalon kpi --sent-to”
refused-sent-later = nothing can have been sent on { $day }, which is to come
    .hint = mark it on the day it is sent
refused-sent-before-closing = the notice cannot have been sent on { $day }: the year was closed on { $closed }
refused-sent-nobody = say to which organisation or office it was sent
refused-sent-earlier = a table sent on { $day } cannot hold what was recorded on { $last }
    .hint = “--known-at { $iso }” gives the table by what was recorded by that day
    .page = choose, beside the table’s date, the entries of that day ({ $iso })
refused-other-entries = the table is not made of the first { $size } entries of this ledger
misstep-no-such-plan = it names a version of a plan that its table cannot have had
misstep-sent-later = the table is sent after it was marked
misstep-other-bytes = its document is not what was sent
help-arg-out = The file to write it into, whose ending tells the format; for CSV a file or a folder, with datapackage.json beside it
help-kpi-to = Mark the table as sent to this organisation or office, never to a named person
help-kpi-on = The day it was sent; today otherwise
help-jalon-format = Text for people, JSON for programs, or a file: Markdown, web page, CSV, workbook
help-kpi-document = What was sent, if it is another file (a report that holds the table); it is kept with the ledger
help-value-out = FILE|FOLDER
help-value-recipient = RECIPIENT
usage-sent-to-person = “{ $typed }” names a person of the register, whose name stays sealed
    .hint = say the organisation or the office: “--sent-to "Fondation du Nord"”
    .page = say the organisation or the office
### Pages: jalon serve
help-serve = Show the ledger in a browser, on this machine only
help-serve-port = The port; a free one where it is 0
help-value-port = PORT
serve-reading = Reading the ledger { $ledger }…
serve-making-ready = First values…
serve-already = The ledger { $ledger } is shown already at { $address }
serve-address = The ledger { $ledger } is at { $address }
serve-again = The address has been used. For another browser: { $address }
serve-end = Ctrl+C to end
serve-ended = Ended; nothing was left under way
serve-cut = Ended; what took too long was cut off
serve-port = port { $port } of this machine cannot be taken: { $cause }
    .hint = choose another one with “--port”, or 0 for a free one
serve-lost = the server that holds the ledger did not answer: { $cause }
    .hint = “jalon show” tells whether the entry is there; otherwise try again
serve-session = the system gives no random bytes to begin a session with: { $cause }
web-skip = Go to the content
web-nav = Pages
web-home = Dashboard
web-table = Indicators
web-journal = Journal
web-register = Register
web-checks = Checks
web-record = Record
web-note = Note without a type
web-correct = Correct
web-withdraw = Withdraw
web-confirm = Confirm
web-trouble = This cannot be done
web-keys = Keyboard shortcuts
web-key-new = Record an activity
web-key-filter = Go to the filter
web-key-correct = Correct this entry
web-key-save = Record the form
web-close = Close
web-foot = { $size } entries · hash { $head }
web-parameters = What these values follow from
web-table-foot = Plan { $plan }, version { $version } · { $size } entries · hash { $head }
web-denied-host = This page is shown only at the address that “jalon serve” prints.
web-denied-origin = The request comes from another site; nothing was done.
web-denied-session = Open the address that “jalon serve” prints in the terminal: it can be used once, then another one takes its place.
web-missing = There is nothing at this address.
web-form = The form is no longer the right one; load the page again and try again. Nothing was recorded.
web-too-large = The form is too large; nothing was recorded. A document of more than 64 MB is added by “jalon record --evidence”.
web-template = The page could not be made; this is a fault of the program.
web-empty-note = a note needs words
web-year-ends = Year ends
web-as-at = As at
web-at = As at
web-day = Date
web-beside = Beside
web-nothing-beside = nothing
web-with = Project or partner
web-plan = Plan
web-known-at = As known at
web-known-now = all entries
web-show = Show
web-target-reached = Target reached
web-rule = How it is counted
web-status = Status of the rule
web-possible = Certainty
web-certain = certain
web-possible-between = between { $low } and { $high }
web-possible-from = { $low } or more
web-part = Part
web-whole = Whole
web-over-time = Over time
web-chart = The value at each year end, with its target; the numbers are in the table below
web-targets = Target and its revisions
web-since = since
web-contributions = Contributions
web-left = What is not counted, and why
web-group-apart = Not part of the mean:
web-none = Nothing yet.
web-journal-count = { $count ->
    [one] { $shown } line
   *[other] { $shown } lines
}
web-text = Words
web-type = Type
web-all-types = All types
web-from = From
web-to = To
web-pages = More
web-newer = newer
web-older = older
web-saved = It is recorded.
web-again = Duplicate
web-another = Record something else
web-to-table = See the indicators
web-occurred = When it happened
web-recorded = Entry
web-about = Is about
web-batch = Import
web-part-of = Part of
web-became = Became
web-reason = Reason:
web-reason-why = Reason
web-give-type = Give it a type
web-documents = Evidence
web-counts = Values it counts in
web-versions = Versions
web-money = Money
web-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
web-not-above = Entries that are not shown above
web-in-journal = See in the journal
web-in-table = See its indicators
web-checks-lead = Nothing here breaks a rule; all of it is worth a look before a value is published.
web-see = See
web-no-plan = No plan is adopted: “jalon plan FILE.toml” adopts one.
web-objectives = Objectives
web-groups = Groups of indicators
web-objectives-help = How many indicators reach their target, at each year end and today.
web-last = Last entries
web-nothing-open = Nothing is waiting.
web-never = Never reported
web-what-happened = What happened?
web-gone = The server no longer answers; what is shown here is out of date. What was typed stays in this browser: start “jalon serve” again, then reload the page.
web-what-help = Everyday words will do: newsletter, talk, agreement. Type unknown?
web-last-types = Types recorded last
web-required = required
web-not-saved = Nothing is recorded yet.
web-unfinished = It is not known whether it is recorded.
web-newcomer = is not in the register; register it as
web-newcomer-like = Is like
web-when = When
web-document = Documents that back it
web-document-kind = Kind of document
web-more = Other fields, remark, planned activity
web-is-planned = The activity is planned
web-save = Record
web-effect = What this will change
web-effect-hidden = Shown as before, but changed: { $values }
moved-number = exact value
moved-possible = certainty
moved-contradiction = contradiction
moved-grade = what it rests on
moved-entries = contributions
web-effect-none = No value changes.
web-planned = { $period } has not begun: the activity will be recorded as planned.
web-ends-today = The period is not over: it ends today, { $day }. Tick “planned” to keep it whole.
web-note-help = What happened, in your words. A note counts nowhere until it has a type; it waits under Checks.
web-withdraw-help = The entry stays visible, struck through and with the reason; it counts nowhere any more.
web-confirm-help = The planned activity took place; it counts from now on.
open-note = Notes without a type
open-planned = Planned and past
open-document = Documents named, absent from the folder
open-straddles = Across two fiscal years
open-contradicts = List and reported total disagree
open-class = Class not stated
open-unreported = Years without a total
open-nowhere = Counted nowhere
open-help-note = Give them a type, or withdraw them.
open-help-planned = Confirm that they took place, correct or withdraw them.
open-help-document = The entry names a document that is not in the ledger's folder; put it back from a backup. An entry without any document is not here: no type requires one, and its values are marked ◐.
open-help-straddles = Their days lie in two fiscal years; state the date if it is known.
open-help-contradicts = What is itemised exceeds the total that a report published.
open-help-class = A rule asks for what the entry does not say; correct the entry or the register.
open-help-unreported = A sum of published totals has none for these days, and reads “at least”; record the missing total when it is known.
open-help-nowhere = No indicator of any plan counts them, at any year end; the type may be another one.
web-contradicts = ≠: what is itemised contradicts the reported total
web-effect-waits = What this will change is told here once the required fields are filled in.
web-nothing-open-of = Nothing open
web-receipt = Receipt: #{ $entry } · { $hash }
help-checks = List what is open and worth a look before a value is published
checks-unapproved = Rules not approved: { $count }
          { $rules }
checks-kind = { $kind }: { $count }
usage-port = “{ $typed }” is not a port; write a number from 0 to 65535
web-add-part = Add to the same activity
web-its-part = Includes
web-indicators-with-target = Indicators with a target:
web-trend = How many indicators reach their target, at each year end; the numbers are in the table above

# --- forms: tables sent, approvals, totals, values of last time ---------------------
web-send = Mark as sent
web-send-help = The table as it is here is marked as sent; each value will then say where it was published, and whether it has changed since.
web-send-to = To whom
web-send-to-help = An organisation or an office; no person is named.
web-send-form-help = The file in this form is kept with the mark: it is the one to send.
web-send-document = Or the document that was sent
web-send-document-help = If it went out in another document, such as a report: that one is kept.
web-send-nobody = to whom the table was sent is missing
web-send-one = a table is marked with one document; remove the others
web-send-changed = the ledger has changed since this table was shown; look at it again above, then mark it
web-files = Files:
web-published = Where it was published
web-published-differs = another value today
web-sent-again = as it was sent
web-document-drop = Remove
web-leave = Leave it as it is
web-approve = Approve
web-approve-help = The standing version counts from now on.
web-reject = Reject
web-reject-help = The standing version does not count; it stays visible, with the reason.
web-withdraw-correction = Withdraw this correction
web-withdraw-correction-help = The correction stays visible, with the reason; what stood before it stands again.
web-withdraw-import-help = All entries of the import are withdrawn together; they stay visible, struck through, and count nowhere any more. Names that it added to the register stay there.
web-total-help = The total as a document published it. The earlier version stays visible, with the reason.
web-total-value = Value as published
web-total-from = From
web-total-to = To
web-total-source = Document that publishes it
web-total-section = Section
web-total-line = Line
web-total-words = What it says, word for word
web-no-source = a total needs the document that publishes it
web-same = Taken from the last entry,
web-same-help = In a marked field, Escape clears.
web-same-mark = as last time
web-awaiting = Waiting for approval
web-same-none = Take nothing from it
web-keys-single = Single-letter keys
web-keys-single-help = They never act while a form is being filled in. Without them Ctrl ↵, Esc and the button for this list at the foot of the page remain; this browser remembers it.
web-key-clear = Clear a value taken from last time
web-indicators-all = Indicators:
web-counting = { $count ->
    [0] none of { $of } indicators counts anything of it
    [one] { $count } of { $of } indicators counts something of it
   *[other] { $count } of { $of } indicators count something of it
}
web-counting-help = How many indicators count something of what the filter lets through, at each fiscal year end and today. Targets are for the whole: nothing is compared with them here.
web-counting-trend = How many indicators count something of what the filter lets through, at each year end; the numbers are in the table above
web-no = no.
web-counts-none = none counts it; the reason is beside it
web-not-in-force = the plan “{ $plan }” is in force only from { $day }; ask for that day or a later one
### Importing in the browser
help-import-maps = What a column means that is called otherwise: its head and the name of a known column or field; HEAD=- leaves the column out
help-journal-batch = Only what came with this import, by its number or its id
csv-said-head = no column is called “{ $head }”; write a column name of the file in --map
web-import = Import
web-import-from = Import a spreadsheet
web-import-steps = Steps
web-import-step-file = File
web-import-step-columns = Columns
web-import-step-rows = Rows
web-import-file = File to import
web-import-file-help = A workbook (.xlsx) or CSV (.csv, .tsv, .txt), up to 64 MB. It can also be dropped anywhere on this page.
web-import-help = Nothing is recorded before you have seen every row. An import adds to what is there, all of it or nothing, and can be withdrawn as one.
web-import-to-columns = See the columns
web-import-none = no file was chosen
web-import-form = “{ $name }” is neither a workbook (.xlsx) nor CSV; save it as one of these in your spreadsheet. JSON Lines are imported by “jalon import”.
web-import-gone = This file is kept no more: it was imported, or it waited too long. Choose it again.
web-import-unread = { $typed }
web-import-line = line { $line }
web-import-columns = What the columns mean
web-import-columns-help = What was understood is chosen already; the rest is chosen here. Nothing is recorded yet.
web-import-rows-count = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
web-import-read-sheet = Read this sheet
web-import-holds = Each row is
web-import-holds-each = what a “Type” column says
web-import-heads-line = Column names on line
web-import-head = Column of the file
web-import-values = First values
web-import-means = Means
web-import-choose = to be chosen
web-import-leave = Do not import
web-import-always = Every activity
web-import-unknown = Unknown column name
web-import-nameless = Column without a name
web-import-twice = Another column says it already; choose one
web-import-two-meanings = This name has two meanings; choose one
web-import-lacks = No column gives “{ $what }”, which is required
web-import-lacks-field = No column gives “{ $what }”, which the type “{ $kind }” requires
web-import-lacks-type = Choose what each row is, or the column that says its type
web-import-open = Some columns are still to be chosen
web-import-no-sheet = No sheet is to be read; choose one
web-import-to-rows = See the rows
web-import-again = Read the columns again
web-import-rows = What each row would become
web-import-would = { $count ->
    [one] { $count } row would be recorded
   *[other] { $count } rows would be recorded
}
web-import-refused = { $count ->
    [one] { $count } row is refused; nothing is recorded yet. Correct the file and choose it again, or look at the columns again.
   *[other] { $count } rows are refused; nothing is recorded yet. Correct the file and choose it again, or look at the columns again.
}
web-import-nothing = There is nothing to record: all of it is there already.
web-import-all = All
web-import-tab-refused = Refused
web-import-tab-alike = Like another
web-import-tab-added = Would be recorded
web-import-tab-planned = Would be planned
web-import-tab-there = There already
web-import-tabs = Rows by what they would become
web-import-before = rows before
web-import-after = next rows
web-import-record = { $count ->
    [one] Record { $count } row
   *[other] Record all { $count } rows
}
web-import-and-bodies = { $count ->
    [one] and { $count } new name in the register
   *[other] and { $count } new names in the register
}
web-import-whole = All together, as one import that can be withdrawn as one.
web-import-back = Look at the columns again
web-import-other-file = Choose another file
web-import-names = Names that the register does not have
web-import-names-help = Say of each which name of the register it is, or register it along with the import.
web-import-like = Perhaps the same name as
web-import-settle = to be settled
web-import-is = It is
web-import-new = Register it as
web-import-other = or, in the register, it is:
web-import-settle-save = Read the rows again with these names
web-import-times = { $count ->
    [one] once
   *[other] { $count } times
}
web-import-more-names = { $count ->
    [one] and { $count } more name, once these are settled
   *[other] and { $count } more names, once these are settled
}
web-import-moved = The ledger has changed since this page was made; what follows is up to date. Nothing was recorded yet.
web-column-type = Type of activity
web-column-on = Date or period
web-column-occurredfrom = First day
web-column-occurredto = Last day
web-column-subject = Subject (a name of the register)
web-column-note = Remark
web-column-basis = Basis
web-column-citation = Source cited
web-column-citation-section = Section of the source
web-column-citation-line = Line of the source
web-column-citation-words = Words of the source
web-column-id = Id of the entry
web-column-partof = Part of (id)
web-column-indicator = Indicator
web-column-from = First day
web-column-to = Last day
web-column-value = Value
web-entries-of-batch = Brings
web-batch-id = Id
web-batch-file = Hash of the file
web-journal-whole = the whole journal
body-settle = settle it among the names that the register does not have
### Sheets read and written: the register, new names, several sheets

help-import-sheets = The sheet of a workbook to be read, by name or number; all that are not hidden otherwise. Several times
help-import-new = Register what rows name and the register lacks, as this kind; several times
help-import-distinct = A name that is another one than those like it; several times
preview-body = to the register: { $name } ({ $body })
import-alike-name = { $spot }: “{ $typed }” is like “{ $other }” ({ $place }), and the register has neither; if they are one, spell them the same way
import-newcomer = { $place }: to the register: { $name } ({ $body })
import-ask-new = { $count ->
    [one] Add this name to the register, and import?
   *[other] Add these { $count } names to the register, and import?
}
sheet-unknown = no sheet is called “{ $typed }” or has this number; there are { $names }
sheet-none-here = this file is no workbook and has no sheet “{ $typed }”; leave out --sheet
rows-body-kind = “{ $typed }” is no kind; write organisation, project, deliverable or person
rows-body-id = “{ $typed }” is not the id of such a name of the register, for example organisation/my-name; clear it, and it is made of the name
rows-no-body-id = no id can be made of “{ $typed }”; give it under Id, for example organisation/my-name
rows-which-kind = “{ $typed }” can be of more than one of the kinds that --new gives; add it first: jalon register NAME --kind KIND
rows-like-body = the register has a name like “{ $typed }” already: { $near }; write that one or, if it is another, jalon import … --distinct "{ $typed }"
rows-like-row = “{ $typed }” is like “{ $other }” ({ $place }); spell it the same way or, if it is another, jalon import … --distinct "{ $typed }"
rows-closed-names = “{ $typed }” may be a person whom the register has already: { $count ->
    [one] one name is sealed, and its key is
   *[other] { $count } names are sealed, and their keys are
} not on this computer; write the id or, if it is another person, jalon import … --distinct "{ $typed }"
web-import-bodies = Name of the register
web-import-attributes = What is known of a name of the register
web-column-kind = Kind (organisation, project, deliverable, person)
web-column-name = Name
web-column-name-en = Name in English
web-column-synonyms = Other names
web-column-since = Since
web-import-refused-names = { $count ->
    [one] { $count } row is refused; nothing is recorded yet. Settle the names that the register does not have first.
   *[other] { $count } rows are refused; nothing is recorded yet. Settle the names that the register does not have first.
}
problem-no-indicators = no plan has an indicator; adopt one first: jalon plan FILE.toml, or jalon adopt TABLE.xlsx
template-totals = Reported totals
template-register = Register
template-of-totals = values that were published already, without what they are made of: a row for each indicator and date.
template-of-register = the organisations, projects, deliverables and persons to be added, before the activities that name them: all may be filled in within one workbook.
template-column-total-indicator = Indicator
template-column-total-from = From
template-column-total-to = To
template-column-total-value = Value
template-column-total-source = Source
template-column-total-section = Section
template-column-total-line = Line
template-column-total-note = Note
template-help-total-indicator = The indicator, as the plan calls it.
template-help-total-from = The first day of what is counted, if it is said: 2023-04-01, April 1, 2023. Empty: since the plan began.
template-help-total-to = The last day of what is counted: 2024-03-31, March 31, 2024.
template-help-total-value = The total as published, in the unit of the indicator: 12; 4,200,000; 85%; about 50; at least 50.
template-help-total-source = The document that publishes it, by its short name: Annual report 2023-2024.
template-help-total-section = The place in the document: Annex 1.
template-help-total-line = The line or the page.
template-help-total-note = A remark in words.
template-column-body-kind = Kind
template-column-body-name = Name
template-column-body-english = Name in English
template-column-body-country = Country
template-column-body-since = Since
template-column-body-synonyms = Other names
template-column-body-source = Source
template-column-body-id = Id
template-help-body-kind = What it is: organisation, project, deliverable or person.
template-help-body-name = The whole name, as it will be read in reports. The name of a person is sealed.
template-help-body-english = The name in English, if it is another.
template-help-body-country = The country in which it is established: its name, or its code of ISO 3166-1.
template-help-body-since = The day since which it is known. Empty: today.
template-help-body-synonyms = Acronyms and other names, parted by semicolons.
template-help-body-source = The document that says so, by its short name.
template-help-body-id = For example organisation/my-name. Empty: it is made of the name.
template-help-body-attribute = { $name }, as the plan uses it; several values are parted by semicolons.
rows-not-register = this row is none of the register; jalon import FILE reads activities and totals
cell-serial = { $head }: “{ $typed }” is perhaps the number of { $day } in spreadsheet programs; give the cell the format of a date, or write { $day }

### What a table says of itself, and what is asked at a terminal

help-adopt-left-out = A row that the mean of its group leaves out, by its number, or “none”; several times
help-adopt-yes = Ask nothing, at a terminal either
usage-left-out = “{ $typed }” is neither the number of a row of the table nor “none”; write for example --leave-out 27
adopt-differing = { $count ->
    [one] One printed percentage does not follow from the printed numbers; the table makes the one that does:
   *[other] { $count } printed percentages do not follow from the printed numbers; the table makes those that do:
}
adopt-differs-row = “{ $label }” prints { $printed }; its numbers give { $follows }%
adopt-differs-group = the group “{ $label }” prints { $printed }; the mean of its rows is { $follows }%
adopt-differs-printed = the group “{ $label }” prints { $printed }, the mean of the percentages that its rows print; that of their ratios is { $follows }%
adopt-leftout-deduced = The mean of “{ $group }” probably leaves out these rows, without which it is the one that is printed ({ $printed }), as it is without no others: { $rows }. --leave-out says which, or none.
adopt-leftout-said = The mean of “{ $group }” leaves out: { $rows }.
adopt-question-asat = Up to which day do these totals go?
adopt-question-since = Which is the first day of the plan?
adopt-question-currency = Which currency is “{ $typed }”?
adopt-question-yearend = When does the fiscal year “{ $typed }” end (MM-DD)?
adopt-question-years = Do the columns of years hold what each year added (within), or all that there was at its end (todate)?
adopt-question-thousands = “{ $typed }” can be read two ways: which mark stands between thousands, “,” or “.”?
adopt-question-column = The column “{ $typed }” holds the same as another: what does it hold?
adopt-question-target = What is the target “{ $typed }”: a number, ≤ 10 where less is better, or none?
adopt-question-row = “{ $typed }” stands below the table after a blank row, with a target and no total: an indicator, or nothing of the table?
adopt-answer-within = within
adopt-answer-todate = todate
adopt-answer-nothing = nothing
adopt-answer-none = none
adopt-answer-number = number
adopt-answer-objective = objective
adopt-answer-group = group
adopt-answer-label = indicator
adopt-answer-target = target
adopt-answer-total = delivered
adopt-answer-percent = percent
adopt-answer-unit = unit
adopt-ask-source = The URI of the ledger, for example https://registre.exemple.org/activities
adopt-ask-prefix = The prefix of its activity types, for example org.exemple
adopt-why-sumcolumn = the column “{ $typed }” is that of the sums of the years, which the table makes itself; --column says otherwise
adopt-why-earliertarget = the target “{ $typed }” is of days before those of another, and a plan has one target for each indicator; jalon plan revises it
adopt-not-added = By their labels, these indicators do not add up from year to year: { $rows }. Their value is the last total reported.
adopt-down = Of these indicators less is better, by their targets: { $rows }.
adopt-undated = “{ $head }” names its day, and the ledger shows values of every day: its column is called “{ $undated }”.
help-value-head-name = HEAD=NAME
help-value-row = ROW

### Of a table that is adopted: levels, numbers and days without a total

adopt-why-above = “{ $typed }” stands above the table
adopt-why-level = “{ $typed }” is a title above objectives and groups, which the plan has none of; --level says what its row is
adopt-why-note = “{ $typed }” stands below the table after a blank row, and what follows is no number: it is taken for a note; --level says otherwise, such as 12=indicator
adopt-unsure = Nothing, neither an indent nor a blank row, says where these headings end: all rows that follow are taken to stand below them. { $rows }. To take a row, and those after it, out from below its heading, for example: --level 40=alone
adopt-unsure-rows = “{ $heading }” (rows { $from } to { $to })
adopt-unsure-unit = Row { $line }, “{ $label }”, has not the unit of the other rows below “{ $heading }”: perhaps it is none of them. --level { $line }=alone
adopt-absent = { $count ->
    [one] One total is missing where other rows have one, or its row says that it is not available:
   *[other] { $count } totals are missing where other rows have one, or their rows say that they are not available:
}
adopt-absent-notstated = “{ $label }”: { $typed } as at { $to }; its value is that of the fiscal year only, and as at { $to } it is n/a
adopt-absent-earlier = “{ $label }”: { $typed } as at { $to }; on that day the ledger will show the last total reported, the one as at { $earlier }
adopt-absent-unadded = “{ $label }”: { $typed } as at { $to }; the sum of the years lacks that one, and is at least what the others give
adopt-as-of-year = Taken as reported in { $file }: the value is the total reported for the fiscal year, without the detail that makes it up; that of one year does not stand for another.
## What files are called, and what they hold

usage-named-otherwise = { $out } is the name of a file of format { $named }, not { $asked }; nothing is written
    .hint = leave out --format, or give the file the ending .{ $asked ->
        [text] txt
       *[other] { $asked }
    }
usage-name-tells-nothing = the ending of { $typed } is that of no format; nothing is written
    .hint = .xlsx, .csv, .html, .md, .json or .txt; or say which with --format
template-head-field = { $label } (field)
template-head-name = { $label } (field: { $name })
template-not-a-date = This is no day: write 2024-03-31, or the month in letters.
template-not-a-number = This is no number.
template-not-in-list = The list has no such value. Keep it all the same?
# What the review of the pages asked for
web-not-known = not known yet
refused-sent-address = “{ $typed }” is an e-mail address, which stands for a person, and the ledger cannot forget it: name the organisation or the body
refused-not-to-come = what ends on { $day } is not to come: take “planned” (--planned) away, or give a period that ends after today
web-deliverables = Deliverables
web-import-record-others = Record the { $other ->
    [one] other row
   *[other] { $others } other rows
}, leave out { $count ->
    [one] the refused one
   *[other] the { $left } refused
}
web-import-lines = { $count ->
    [one] line { $lines }
   *[other] lines { $lines }
}
web-import-leave-refused = Leave out what is refused
web-import-leave-why = why
web-import-leave-file = Refused rows, with the reasons (CSV)
web-import-leave-help = The refused rows are not recorded: with the CSV file they can be mended in a spreadsheet and imported afterwards.
web-import-left-file = refused-rows
web-import-left-line = Refused line
web-import-left-why = Why it is refused
# A reported total that is recorded in the browser
web-total-new = Record a reported total
web-total-new-help = The total as a document publishes it, up to a day. It holds from that day; earlier ones stay visible.
web-totals = Reported totals
web-totals-help = These indicators were taken from a table: their value is the total that is published. No type of activity counts in them yet.

# A type of activity of a few words, and what counts it.
counting-entries = Each activity “{ $type }” counts as 1; reported totals hold up to their last day.
counting-sum = The field “{ $field }” of activities “{ $type }”, added up; reported totals hold up to their last day.
counting-distinct = The different values of the field “{ $field }” of activities “{ $type }”; after a reported total, what comes is only possible.
new-type-no-name = of “{ $typed }” no name can be made: it has too few letters
    .hint = write two words, such as “Workshop held”; the name of a type may also be given with --id
new-type-name = “{ $typed }” is no name of a type
    .hint = two words or more, in small letters without accents, joined by a point: workshop.held
new-type-no-kind = “{ $typed }” does not say what the field takes
    .hint = say it after a colon: “Attendees: number”
new-type-kind = “{ $typed }” is no kind of field
    .hint = one of: text, number, decimal, amount, date, yes-no, choice(…), confidential, organisation(s), person(s), project(s), deliverable(s)
new-type-no-choices = the field “{ $typed }” offers nothing to choose from
    .hint = write them in brackets: choice(on site, online)
new-type-twice = “{ $typed }” has the same name as another
    .hint = two fields of a type, or two choices of a field, have different names
refused-count-no-plan = no plan has been adopted in which an indicator could count
    .hint = adopt one first, with “jalon adopt” or “jalon plan”, or define the type without an indicator
refused-type-there = the type “{ $kind }” is there already
    .hint = choose another label, or another name with --id
refused-counts-otherwise = the indicator “{ $indicator }” is worked out otherwise already: { $kind }
    .hint = count in the same way, or change its rule in a plan file
refused-other-unit = the indicator “{ $indicator }” has another unit than what would be counted
    .hint = money is added up from a field that takes an amount; a percentage is not counted
refused-no-number = the type “{ $kind }” has no field “{ $field }” that is a number or an amount
    .hint = name a field of the type by its label
refused-before-version = the plan is in force as it stands since { $from }; it cannot change from { $since } on
    .hint = choose that day or a later one
help-total = Record a total as a source states it
help-total-indicator = The indicator's id or label
help-total-value = Its value, in its unit
help-total-as-at = The last day that the total covers; today otherwise
help-total-from = The first day that the total covers; that of the plan, or of the fiscal year, otherwise
help-total-note = A remark
help-total-source = The source that says it
help-total-section = The section of the source
help-total-line = The line of the source
help-total-words = What the source says, word for word
help-type = Define a type of activity, and the indicator that counts it
help-type-label = Its label; after a bar in English: “Atelier tenu|Workshop held”
help-type-id = Its name, such as workshop.held; made of the label otherwise
help-type-fields = A field: a label, * where it must be given, a colon and its kind, such as “Attendees*: number” (text, number, decimal, amount, date, yes-no, choice(…), confidential, organisation(s), person(s), project(s), deliverable(s)); several times
help-type-words = Another word for it; several times
help-type-counts = The indicator in which it counts; several times
help-type-sum = Count the sum of this field
help-type-distinct = Count the different values of this field
help-type-from = The day from which it counts; after the last reported total otherwise
help-type-dry-run = Show what would change, and change nothing
help-value-label = LABEL
help-value-field = FIELD
help-value-date = DATE
help-value-value = VALUE
web-type-new = Define a type of activity
web-type-new-help = What happens at your place and counts: a workshop, an agreement, a gift. The words that people say, what is noted of it, and the indicator that it moves.
web-type-label = Label
web-type-words = Other words, divided by commas
web-type-field = Field
web-type-takes = What it takes
web-type-choices = Choices, divided by commas
web-type-required = required
web-type-counts = Indicator
web-type-how = What counts
web-type-how-entries = Each activity counts as 1
web-type-how-sum = The sum of a field
web-type-how-distinct = The different values of a field
web-type-which = Of which field
web-type-since = From
web-type-in-english = In English, where it differs
web-type-no-indicator = None
web-type-sentence = “{ $type }” ({ $id }) could be recorded.
web-type-adopted = A new version of the plan would be in force from { $day }.
web-type-kind-organisation = Organisation
web-type-kind-organisations = Organisations
web-type-kind-person = Person
web-type-kind-persons = Persons
web-type-kind-project = Project
web-type-kind-projects = Projects
web-type-kind-deliverable = Deliverable
web-type-kind-deliverables = Deliverables
web-type-kind-text = Text
web-type-kind-count = Whole number
web-type-kind-decimal = Number with decimals
web-type-kind-money = Amount
web-type-kind-date = Date
web-type-kind-yesno = Yes or no
web-type-kind-choice = Choice
web-type-kind-sealed = Confidential

### Samples
help-sample = Draw contributions of a value for the auditor to test, and record what was found
help-sample-indicator = The indicator’s id or label; or a sample that is recorded, by its number or id. Without it: the list of recorded samples
help-sample-size = How many contributions to draw, beside those that are all taken
help-sample-seed = The seed: a text or number that decides what is drawn, chosen by the auditor
help-sample-method = How to draw: random (without replacement), interval (every n-th) or monetary (by monetary units); random otherwise
help-sample-all-above = Take all contributions above this amount first, and draw from the others
help-sample-with = Only entries that name this project or partner, by register id or name
help-sample-out = The working paper to write (.xlsx), with columns to fill in
help-sample-results = A working paper that is filled in, as a workbook or CSV: what was found is recorded
help-value-count = NUMBER
help-value-seed = SEED
help-value-method = METHOD
help-value-amount = AMOUNT
help-value-workpaper = FILE
sample-title = Audit sample
sample-of = Indicator
sample-value = Value
sample-known = { $size }; the last is #{ $entry }
sample-population = Population
sample-nothing = { $count ->
    [one] { $count } contribution of 0 is left outside
   *[other] { $count } contributions of 0 are left outside
}
sample-above = All taken above
sample-method = Drawn
sample-method-random = at random, without replacement
sample-method-interval = every n-th contribution
sample-method-interval-every = every { $interval }-th contribution, from a start given by the seed
sample-method-monetary = by monetary units
sample-method-monetary-every = by monetary units, one in every { $interval }, from a start given by the seed
sample-size = Size asked for
sample-seed = Seed
sample-drawn = Contributions to test
sample-reference = Hash of the parameters
sample-strata = Strata
sample-stratum = { $name }: { $drawn } of { $count }
sample-stratum-amounts = { $counts } · { $drawn } of { $total }
sample-stratum-above = above { $amount }, all taken
sample-stratum-certain = { $amount } or more (the interval), certain to be drawn
sample-stratum-rest = the others, drawn
sample-stratum-all = the whole population, drawn
sample-stratum-unreached = 0 or less, without a unit to draw: to be tested apart
sample-items = { $count ->
    [one] { $count } contribution to test
   *[other] { $count } contributions to test
}
sample-found = #{ $entry }: { $found }
sample-exception = exception
sample-agrees = no exception
sample-tested-on = tested on { $day }
sample-audited = amount audited { $amount }
sample-results = { $exceptions ->
    [0] Tested (sample #{ $entry }): { $tested } of { $count }, no exception
    [one] Tested (sample #{ $entry }): { $tested } of { $count }, { $exceptions } exception
   *[other] Tested (sample #{ $entry }): { $tested } of { $count }, { $exceptions } exceptions
}
sample-untested = { $count ->
    [one] { $count } contribution is not tested: nothing is projected
   *[other] { $count } contributions are not tested: nothing is projected
}
sample-no-amount = The amount audited of the exception at #{ $entry } is not stated: nothing is projected
sample-projection = Projected to the population (an estimate): { $total }, of which { $known } found in what is all taken and { $projected } projected
sample-tainted = #{ $entry }: ({ $amount } − { $audited }) ÷ { $amount } = { $tainting }, on an interval of { $interval }: { $projected }
sample-known-error = #{ $entry }: { $amount } − { $audited } = { $projected }, all taken
sample-formula = Each unit drawn stands for as many as the interval: (amount − amount audited) ÷ amount × interval. This is the likeliest misstatement, without an allowance for sampling risk.
sample-projection-without = Contributions of 0 or less are not in it.
sample-words = Sample of “{ $label }” as at { $day }: { $items ->
    [one] { $items } contribution
   *[other] { $items } contributions
}, { $method }, seed “{ $seed }”
sample-counts = { $exceptions ->
    [0] tested: { $tested }; no exception
    [one] tested: { $tested }; { $exceptions } exception
   *[other] tested: { $tested }; { $exceptions } exceptions
}
sample-none = No sample is recorded. It is when a working paper comes back filled in: jalon sample --results FILE
sample-nothing-new = nothing new is filled in in this paper; nothing is recorded
paper-cover = Parameters
paper-items = Contributions to test
paper-nth = Rank
paper-subject = Subject
paper-stratum = Stratum
paper-documents = Documents and hashes
paper-tested = Tested
paper-exception = Exception
paper-audited = Amount audited
paper-remark = Auditor’s remark
paper-tester = Tested by
paper-on = Tested on
paper-sample = Sample
paper-document = { $name } ({ $kind })
    BLAKE3 { $blake3 }
    SHA-256 { $sha256 }
paper-how = How to fill it in
paper-how-fill = On the next sheet, the grey columns are to be filled in. “Tested” and “Exception” are chosen from a list, yes or no; a row left empty is not tested. Leave the other columns as they are.
paper-how-exception = Where there is an exception, “Amount audited” says the amount that the documents establish; 0 where nothing does.
paper-how-back = The paper comes back by “jalon sample --results FILE”: each finding becomes an entry, and the paper is kept with the ledger. “Tested by” is not recorded, for the ledger names no person in the clear; the paper keeps it.
paper-how-again = The same parameters draw the same contributions, with any other tool too: docs/format.md says how, byte by byte.
paper-no-rows = the working paper has no rows
paper-no-sample = the column “Sample” does not say what draws this sample
    .hint = put it back as “jalon sample … --out” wrote it
paper-other-sample = this row is of another sample than the rows above
paper-not-drawn = this sample does not draw this entry
paper-other-entry = this number is another entry’s; the id is that of #{ $entry }
paper-not-a-count = an amount audited of what is counted is a whole number, never below 0
paper-twice = this entry stands further up already
paper-missing = { $count ->
    [one] the sample draws { $entries } too, which has no row
   *[other] the sample draws { $entries } too, which have no row
}
paper-other-amount = this amount is not the ledger’s, { $amount }
    .hint = another amount goes under “Amount audited”
paper-not-marked = something is filled in, and “Tested” is not yes
paper-no-verdict = “Tested” is yes, and “Exception” is neither yes nor no
paper-no-exception = the amount audited is not the ledger’s, and “Exception” is not yes
list-no-heads = no row of any sheet names the columns that are looked for
unsampled-share = a percentage is not made of contributions to draw; draw from “{ $part }” or from “{ $whole }”
unsampled-in-words = a value in words has no amounts
    .hint = --method random or --method interval, without --all-above
unsampled-nothing = nothing counts in this value: there is nothing to draw
refused-sample-entries = this sample is not drawn of the first { $size } entries of this ledger
refused-not-drawn = the sample does not draw entry { $entry }
refused-tested-earlier = the test is dated { $day }, before { $recorded }: what was tested was not recorded yet
refused-tested-later = nothing can have been tested on { $day }, which has not come
problem-no-sample = no sample is recorded under “{ $typed }”
    .hint = jalon sample lists them; an indicator is named by its id or its label
usage-sample-size = the size is missing: --size NUMBER, at least 1
usage-sample-seed = the seed is missing: --seed TEXT, which the auditor chooses; the same seed draws the same contributions
usage-sample-above = “{ $typed }” is no amount above which all is taken
usage-no-sample = no sample is asked for: name an indicator
misstep-not-a-row = its sample is not drawn of a value of that plan
misstep-no-sample = it names no sample before it that stands
misstep-tested-later = it was tested after it was recorded
entry-sample-drawn = audit sample
entry-sample-tested = test of a contribution
named-other-sample = jalon sample { $entry } shows it; jalon withdraw { $entry } withdraws it, with all that was found
named-other-tested = another finding of the same contribution replaces it: jalon sample --results FILE
receipt-sample-withdrawn = withdrawal of sample #{ $entry }, with all that was found
receipt-tested = test of #{ $entry }: { $found }
show-tested = Tested (#{ $entry }, sample #{ $sample }): { $found }
open-exception = Exceptions found by an auditor
open-help-exception = Correct or withdraw the entry, or have it tested again.
sample-found-label = Finding
sample-found-in-all = Findings
sample-reported = Of it, published totals
sample-reported-is = { $amount }, { $count } of { $of }: what they are made of is not recorded, and nothing of it is drawn
sample-item-above = all taken
sample-item-certain = certain to be drawn
sample-item-rest = drawn
sample-item-unreached = to be tested apart

### Outside lists
help-match = Compare an outside list with the ledger: what is the same, nearly the same, and missing on either side
help-match-list = The list: a workbook (.xlsx) or CSV
help-match-kind = Compare it with activities of this type
help-match-indicator = Compare it with what this indicator counts
help-match-with = Only entries that name this project or partner, by register id or name
help-match-from = Only what happened from this day on; of a period its first day
help-match-to = Only what happened by this day; of a period its last day
help-match-days = How many days apart near dates may lie
help-match-sheets = The sheet of a workbook to be read, by name or number. Several times
help-match-maps = What a column means that is called otherwise: HEAD=date, amount, name, title, reference or id; HEAD=- leaves it out. Several times
help-match-all = Also show what is the same
help-match-no-fail = End well even where something is missing or differs
help-match-out = The workbook to write (.xlsx)
help-value-list = LIST
match-title = { $file }, compared with { $of }{ $days }
match-of-indicator = what “{ $label }” counts as at { $day }
match-of-type = activities “{ $label }”
match-of-all = the ledger
match-days = , from { $from } to { $to }
match-days-from = , from { $from } on
match-days-to = , up to { $to }
match-rows = Rows of the list: { $count }
match-items = Entries looked at: { $count }
match-exact = The same: { $count }
match-near = Nearly the same: { $count }
match-missing-in-ledger = Rows missing in the ledger: { $count }
match-missing-in-list = Entries missing in the list: { $count }
match-with-sum = { $words } · { $sum }
match-apart = Near dates: within { $count ->
    [one] { $count } day
   *[other] { $count } days
}
match-known = Entries read: { $size } (hash of the last { $head })
match-head-missing-in-ledger = Missing in the ledger
match-head-missing-in-list = Missing in the list
match-head-near = Nearly the same
match-head-exact = The same
match-same-id = same id
match-same-date = same date
match-same-amount = same amount
match-same-name = same name
match-not-stated-id = id not stated in the ledger
match-not-stated-date = date not stated in the ledger
match-not-stated-amount = amount not stated in the ledger
match-not-stated-name = name not stated in the ledger
match-within = the date lies within the period
match-rounded = same amount, rounded
match-days-apart = { $count ->
    [one] { $count } day apart
   *[other] { $count } days apart
}
match-other-date = { $count ->
    [one] different dates, { $count } day apart
   *[other] different dates, { $count } days apart
}
match-names-alike = names alike: “{ $listed }”, “{ $own }”
match-other-name = another name: “{ $listed }”
match-other-amount = different amounts: { $listed } in the list, { $own } in the ledger
match-sheet = Comparison
match-sheet-pairs = In both
match-sheet-missing-in-ledger = Missing in the ledger
match-sheet-missing-in-list = Missing in the list
match-column-kind = Agreement
match-column-why = Why
match-column-place = Place
match-column-name = Name
match-column-title = Title
match-column-reference = Reference
match-column-amounts = Amount in the ledger
match-kind-exact = the same
match-kind-near = nearly the same
match-kind-differs = something differs
problem-unmatched = { $count ->
    [one] { $count } row or entry to look at: missing on one side, or different
   *[other] { $count } rows or entries to look at: missing on one side, or different
}
usage-nothing-to-match = what to compare the list with: --type TYPE or --indicator INDICATOR
paper-no-column = the working paper needs the column “{ $head }”, as “jalon sample … --out” wrote it

### Itemising a reported total
help-itemise = Itemise a reported total: record at once the activities it is made of; what remains of it without detail shrinks by as much
help-itemise-total = The reported total, by its number or id
help-itemise-file = Its activities: a workbook (.xlsx), .csv, .tsv and .txt as CSV, any other as JSON Lines
help-itemise-kind = The type of all rows of a file without a column that says it
help-itemise-sheets = The sheet of a workbook to be read, by name or number; all that are not hidden otherwise. Several times
help-itemise-new = Register what rows name and the register lacks, as this kind; several times
help-itemise-distinct = A name that is another one than those like it; several times
help-itemise-maps = What a column means that is called otherwise: its head and the name of a known column or field; HEAD=- leaves the column out
help-itemise-dry-run = Show what would become of it; write nothing
help-itemise-anyway = Record all the same what exceeds the total, lies outside its days or does not count in its indicator
help-value-total = TOTAL
itemise-total = Reported total #{ $entry } · { $label }, { $period }: { $value }
itemise-there = { $count ->
    [0] Itemised so far: nothing
    [one] Itemised so far: { $count } entry, { $amount }
   *[other] Itemised so far: { $count } entries, { $amount }
}
itemise-file = { $rows ->
    [one] In the file: { $rows } new row, of which { $count } counts, { $amount }
   *[other] In the file: { $rows } new rows, of which { $count } count, { $amount }
}
itemise-again = { $count ->
    [one] { $count } row is recorded already
   *[other] { $count } rows are recorded already
}
itemise-remainder = Remaining without detail: { $before } now, { $after } then
itemise-exceeded = none, the list exceeds the total
itemise-no-remainder = none
itemise-stands-alone = Of this indicator the reported total stands alone: items beside it change nothing.
itemise-counts = counts { $amount }
itemise-waits = will count once approved
itemise-outside = outside the days of the total, { $period }
itemise-othertype = the total’s indicator does not count this type
itemise-exceeds = the list exceeds the reported total
itemise-passedover = the indicator’s rule does not count it
itemise-ask = { $count ->
    [one] Record this activity?
   *[other] Record these { $count } activities?
}
itemise-done = { $count ->
    [one] { $count } activity recorded, from #{ $batch } on; all of it is withdrawn by: jalon withdraw { $batch } --reason REASON
   *[other] { $count } activities recorded, from #{ $batch } on; all of it is withdrawn by: jalon withdraw { $batch } --reason REASON
}
problem-not-a-standing-total = entry #{ $entry } is no reported total that stands
    .hint = jalon journal --type jalon.total.reported lists them
problem-not-in-plan = no indicator of the plan is that of total #{ $entry } on its last day
    .hint = choose the plan: --plan PLAN
problem-unsound = { $count ->
    [one] this row does not itemise this total; nothing is recorded
   *[other] these { $count } rows do not itemise this total; nothing is recorded
}
    .hint = correct the file or the total; --anyway records it all the same
rows-not-items = this row is no activity: a total is itemised by activities

### Pages of samples
web-samples = Samples
web-samples-lead = What an auditor drew and tested. A sample is drawn from the page of a value.
web-samples-none = No sample is recorded.
web-sample-lead = The auditor chooses the seed: the same one draws the same contributions.
web-sample-draw = Draw
web-sample-of = Draw a sample
web-sample-paper = Working paper (XLSX)
web-sample-back = Paper filled in
web-sample-back-help = The working paper filled in, as XLSX or CSV: each finding becomes an entry, and the paper is kept with the ledger.
web-sample-file = Working paper
web-sample-take = Record the findings
web-sample-size = “{ $typed }” is no number of contributions to draw
web-paper-none = choose a file first
# Reports
report-none = None.
report-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}

# Cut-off
cutoff-title = Cut-off at { $day }
cutoff-above = { $count ->
    [0] What counts on { $to }. Fiscal year from { $first } to { $last }.
    [one] What counts from { $from } to { $to }: { $count } day on either side. Fiscal year from { $first } to { $last }.
   *[other] What counts from { $from } to { $to }: { $count } days on either side. Fiscal year from { $first } to { $last }.
}
cutoff-effects = What it changes, by indicator
cutoff-about-effects = How many entries, and what they add where that adds up. A share is read by its part and its whole.
cutoff-late = Recorded after { $day }
cutoff-about-late = They count by that day, and were recorded or corrected after it: is it the right fiscal year, and why so late?
cutoff-straddling = Straddling { $day }
cutoff-about-straddling = Their days lie on both sides: their fiscal year is not certain until the date is stated.
cutoff-before = In the days before, that day included
cutoff-about-before = They count in the fiscal year that ends: does the evidence state the same date?
cutoff-wide = Dated by a period only
cutoff-about-wide = The period ends within these days and begins before them: they count on the last day, and the real day is not known.
cutoff-after = In the days after
cutoff-about-after = They count in the fiscal year that begins: was nothing put off into it?
cutoff-totals = Reported totals of these days
cutoff-about-totals = The items of a reported total have no dates here: their fiscal year cannot be tested.
cutoff-value = Value that day
cutoff-head-late = Recorded after
cutoff-head-before = Just before
cutoff-head-wide = By a period
cutoff-head-after = Just after
cutoff-head-straddling = Straddling
cutoff-sum = { $count } · { $amount }
cutoff-counts-on = counts on { $day }
cutoff-after-day = { $count ->
    [one] { $count } day after { $day }
   *[other] { $count } days after { $day }
}
cutoff-corrected-after = { $count ->
    [one] corrected { $count } day after { $day }
   *[other] corrected { $count } days after { $day }
}
cutoff-delay = { $count ->
    [0] the same day
    [one] { $count } day after the activity
   *[other] { $count } days after the activity
}
cutoff-delay-total = { $count ->
    [0] on the last day of its period
    [one] { $count } day after its period
   *[other] { $count } days after its period
}
cutoff-counts = as at { $day }:{" "}
cutoff-counts-nowhere = as at { $day }: in no value
usage-around-days = “{ $typed }” is not a number of days from 0 to 3660

# Coverage
coverage-title = What is not counted as at { $day }
coverage-read = What was read
coverage-about-read = The numbers are counted again line by line: in a sound ledger they follow each other without a gap.
coverage-lines = Entries of every kind
coverage-lines-are = { $lines }, from #{ $first } to #{ $last }
coverage-gaps = Missing numbers
coverage-no-gap = none, they follow each other
coverage-gap = #{ $expected } expected, #{ $found } found
coverage-activities = Activities
coverage-totals = Reported totals
coverage-counted = Counted in at least one value
coverage-counted-nowhere = Counted in none
coverage-values = What values rest on
coverage-about-values = For each value, what is itemised with a document, itemised without, or reported as a total only: in number and share.
coverage-value = Value
coverage-share = { $amount } · { $share }
coverage-all-documented = Values that rest on documents alone
coverage-all-itemised = Values that rest on entries without document alone
coverage-all-reported = Values that rest on a reported total alone
coverage-mixed = Values that rest on several of these
coverage-nothing = Values that rest on nothing (n/a, or 0)
coverage-uncounted = Counted in no value
coverage-about-uncounted = Each entry, and why each indicator that looks at its type leaves it.
coverage-no-indicator = no indicator of the plan looks at this type
coverage-notes = Notes without a type
coverage-about-notes = As long as their type is not known, no rule can count them.
coverage-unbacked = Counted without evidence
coverage-about-unbacked = They count in a value and name no document; the place where a source prints them is none.
coverage-of-kind = { $kind } ({ $count })
coverage-absent = Documents named, absent from the folder
coverage-about-absent = The entry names a document that is not in the ledger’s folder.
coverage-silent = Indicators without entries
coverage-about-silent = Nothing counts in them and nothing was left out: not measured, or never recorded?
coverage-silent-now = nothing at this date; something at the end of an earlier fiscal year
coverage-silent-always = nothing, at the end of no fiscal year
missed-afterdate = counts after the date
missed-otheryear = counts in an earlier fiscal year
missed-conditions = does not meet the conditions of the rule

# Data-quality sheet
quality-title = Data-quality sheet: { $indicator }
quality-validity = Validity
quality-about-validity = Do the data measure what the indicator says it measures?
quality-integrity = Integrity
quality-about-integrity = Are they safe from transcription error, bias and manipulation?
quality-precision = Precision
quality-about-precision = Are they fine and documented enough for the decisions they serve?
quality-reliability = Reliability
quality-about-reliability = Are they collected and calculated in the same way from one year to the next?
quality-timeliness = Timeliness
quality-about-timeliness = Are they frequent and recent enough?
quality-judgement = Reviewer’s judgement
quality-not-said = the plan does not say
quality-approved = Rule approved
quality-nobody = not yet
quality-owner = Data owner
quality-source = Source of the data
quality-printed = Printed in
quality-direction = Direction
quality-direction-up = more is better
quality-direction-down = less is better
quality-percentage = Percentage
quality-of-target = value ÷ target
quality-from-baseline = (value − { $baseline }) ÷ (target − { $baseline })
quality-no-target = no target
quality-recorders = People who recorded them
quality-corrected = Corrections
quality-corrected-are = { $count ->
    [0] none
    [one] { $count } correction, of { $entries } entry
   *[other] { $count } corrections, of { $entries } entries
}
quality-withdrawn = Withdrawn
quality-already = Contributions already counted by another entry
quality-contradicted = Reported totals that the list contradicts
quality-left = Looked at and not counted
quality-left-for = Not counted, { $reason } ({ $count })
quality-chain = Tampering
quality-chain-is = each entry carries the hash of the one before; “jalon verify” recomputes all of them
quality-unit = Unit
quality-number = a number
quality-decimals = Decimals shown
quality-certain = Certain value
quality-bounds = { $value }, from { $low } to { $high }
quality-with = Evidence
quality-with-are = { $with } with, { $without } without
quality-absent = Documents absent from the folder
quality-definition = Definition
quality-definition-is = since { $day } (plan, version { $version }, #{ $entry }): { $differs }
quality-first = the first
quality-differs-rule = another rule of calculation
quality-differs-words = another label, unit or decimals
quality-differs-status = another status or approval of the rule
quality-differs-keeping = another owner, source or frequency
quality-differs-percentage = another calculation of the percentage
quality-target-is = { $value } since { $since }
quality-frequency = Frequency
quality-delay = Delay of recording
quality-no-delay = no dated activity
quality-delay-is = { $count ->
    [one] { $most } days for one activity (#{ $entry })
   *[other] median { $median } days, at most { $most } (#{ $entry }), for { $count } activities
}
quality-late = Recorded after the end of their fiscal year ({ $count })

# Help
help-cutoff = Test the cut-off between fiscal years: recorded after, close to it, straddling it
help-cutoff-around = The day, or a period of which the last day holds; otherwise the end of the last fiscal year of which something is recorded
help-cutoff-days = How many days before and after it
help-cutoff-out = The file to write it into, whose ending tells the format: .txt, .json, .md or .html
help-coverage = Show what is not counted, and what values rest on
help-coverage-out = The file to write it into, whose ending tells the format: .txt, .json, .md or .html
help-quality = Print a data-quality sheet of one indicator
help-quality-indicator = The indicator, by id or label
help-quality-out = The file to write it into, whose ending tells the format: .txt, .json, .md or .html
help-value-days = DAYS

# Population
population-title = Population of the entries
population-title-of = Population of the contributions: { $indicator }
population-control = Control totals
population-about = Each activity and each reported total once. To be agreed to “jalon verify” (number, hash) and to the table (value).
population-about-value = Each contribution once, of a share on both sides. To be agreed to the table (value) and to “jalon verify” (number, hash).
population-rows = Rows
population-entries = Entries
population-first = First number
population-last = Last number
population-size = Entries of the ledger, of every kind
population-standing-stands = Standing
population-standing-withdrawn = Withdrawn
population-standing-planned = Planned
population-standing-notapproved = Waiting for approval
population-standing-rejected = Rejected
population-subtotal = Sum of the contributions: { $indicator }
population-value = Value in the table
population-agreed = Agreement
population-agrees = the sum gives the value
population-differs = the sum does not give the value
population-not-certain = the value is not certain
population-recounted = Recalculated over the other sheet: { $what }
population-money = Amounts recorded
population-currency = Currency
population-count = Number
population-sum = Sum
population-count-standing = Of these standing
population-sum-standing = Sum of these
sheet-population = Population
sheet-control = Control
column-standing = Standing
column-version = Version that counts
column-corrections = Corrections
column-recorded-time = Recorded at (universal time)
column-recorder = Recorded by
column-subject = About
column-document-count = Number of documents
column-document-hashes = Hashes of the documents
column-batch = Import
column-hash = Hash of the entry
usage-population-file = “{ $typed }” ends neither in .xlsx nor in .csv; nothing is written
problem-too-many-rows = a sheet of a workbook has { $most } rows, and { $rows } would be needed
    .hint = write a .csv file, which may have as many as it takes; or the population of one indicator (--indicator)
help-population = Write the population of the entries, or of the contributions to one value, with control totals
help-population-file = The file to write, .xlsx or .csv
help-population-indicator = Only what the value of this indicator is made of, by id or label

# Pages of the audit
web-audit = Audit
web-audit-lead = What an auditor asks of a value before relying on it.
web-audit-cutoff = Cut-off
web-audit-cutoff-lead = What was recorded after the end of a fiscal year, what lies close to it, what straddles it.
web-audit-coverage = What is not counted
web-audit-coverage-lead = The entries that no value counts and why, those without evidence, what each value rests on.
web-audit-samples = Samples
web-audit-samples-lead = What an auditor drew from a value and tested, and what was found; the same seed draws the same items.
web-audit-checks = Checks
web-audit-checks-lead = What is open and worth a look before a value is published.
web-audit-quality = Data-quality sheets
web-audit-quality-lead = One page for each indicator: validity, integrity, precision, reliability, timeliness, and room for judgement.
web-audit-sheet = Data-quality sheet
web-around = Around
web-days-around = Days on either side
web-audit-years = Fiscal years and closings
web-audit-years-lead = Close a fiscal year, send its notice, and see what became of its values since.
web-audit-verify = Verify the ledger
web-audit-verify-lead = Everything that can be recomputed is: every byte of every entry, the chain, the documents, the values, those of closed years, and what was signed.
web-audit-forget = Personal data
web-audit-forget-lead = Erase what is sealed for a person, and see what was erased already.
web-year = Fiscal year to { $day }
web-year-closed = Closed on { $moment } by { $by }
web-year-open = not closed
web-year-running = under way
web-year-since = { $count ->
    [0] Nothing was recorded since.
    [one] One entry was recorded since.
   *[other] { $count } entries were recorded since.
}
web-year-notice = Notice of closing
web-year-revisions = Revisions since the close
web-year-replaced = Revisions since the closing #{ $entry }
web-year-today = These values today
web-year-values = Closed values
web-year-others = Other closed values, outside the objectives
web-year-grade = Backed by
web-year-sent-title = To whom the notice was sent
web-year-sent-help = A notice that somebody else keeps shows, years later, whether the ledger still contains everything these values are made of. Who received it is recorded, and verifying asks for it by name.
web-year-sent = { $to }, on { $day }
web-year-send = Record the sending
web-year-nobody = to whom the notice was sent is missing
web-year-said = What was recorded at the close
web-year-words = Root, in words
web-year-checkpoint = Signed checkpoint
web-year-verify = Every closed value is recomputed from the entries known then:
web-year-again = Close once more
web-year-again-help = A closing is never undone, but is done again with a reason: the new one holds, the one before stays readable.
web-year-anyway = Close the year though something is open
web-year-close = Close the year
web-year-close-help = The exact value of each indicator, the version of the plan and a signed checkpoint are recorded as they are now. Nothing is locked: what is recorded for this year afterwards is seen as recorded after the close, and the page of revisions says what it changes. A closing is never undone.
web-year-reason-help = This reason is printed on the notice.
web-year-table = See the values
web-year-before = What is still open
web-year-settled = Nothing is open, and all rules are approved.
web-year-not-over = This year is not over: it can be closed from the day after its last one.
web-year-was = Closed
web-year-is = Today
web-year-see = See the year
web-year-about = of
web-verify-begin = Begin
web-verify-again = Verify again
web-verify-now = Verify now
web-verify-running = Verifying
web-verify-begun = Begun on
web-verify-meanwhile = Other pages answer meanwhile, and this one can be left: the result will be here.
web-verify-entries = Entries: bytes, form, chain, tree
web-verify-year = Year closed to { $day }: values recomputed from the entries known then
web-verify-values = Values recomputed from the entries alone
web-verify-count = { $done } of { $all }
web-verify-sound = The ledger is as it was recorded
web-verify-about = Verified up to { $moment }. { $given ->
    [0] No checkpoint kept elsewhere was given.
    [one] One checkpoint kept elsewhere was given.
   *[other] { $given } checkpoints kept elsewhere were given.
} { $count ->
    [0] Nothing was recorded since.
    [one] One entry was recorded since, which is not verified here.
   *[other] { $count } entries were recorded since, which are not verified here.
}
web-verify-broken = verifying broke off without a result: begin it again; where that happens again, stop the server and run “jalon verify”
web-verify-held = The server holds one of the two copies open: the other, of plain lines, was verified and not compared. Once the server is stopped, “jalon verify” compares both.
web-verify-notes = What is to be known
web-verify-elsewhere = What comes from elsewhere: checkpoint, verifier key
web-verify-checkpoint = Signed checkpoints
web-verify-checkpoint-help = A notice of closing or a checkpoint that others kept: the ledger must still contain everything it covers.
web-verify-key-help = As whoever received it gave it; without it the ledger’s own word is taken for its key.
web-forget-lead = Destroying a person’s key makes what is sealed for that person unreadable for ever, in this ledger and in every copy of it. Entries, their hashes and values stay what they are.
web-forget-who = Person
web-forget-who-help = A person of the register, by name or id, or a recorder, by name.
web-forget-find = Continue
web-forget-asked = Requests
web-forget-none = Nobody asked for anything to be erased.
web-forget-unfinished = not finished
web-forget-asked-by = Asked on
web-forget-destroyed = Erased: the person’s key was destroyed on this computer
web-forget-lost = Erased: the person’s key was lost, by the word of whoever recorded it
web-forget-done = The personal data of this person is erased.
web-forget-backups = Backups of the folder of keys still hold the key: destroy it there too.
web-forget-entries = { $count ->
    [0] No activity names this person.
    [one] One activity names this person.
   *[other] { $count } activities name this person.
}
web-forget-what = Destroyed: the name, and all that is sealed for this person. Nobody will read it again, neither here nor in a copy of the ledger.
web-forget-stays = Kept: the entries, their hashes, the values and the closed values. Where the name stood, “erased” is read.
web-forget-untouched = Not touched: free text, reasons, documents, and backups of the folder of keys. They are to be dealt with apart.
web-forget-reason-help = For example the request that was received, and its date. This reason stays readable: name nobody in it.
web-forget-on = Continue
web-forget-for-good = What is destroyed does not come back: nobody, we neither, can restore it.
web-forget-agree = I want to destroy it for ever
web-forget-is-lost = The key is lost and no copy is left: record it so
web-forget-finish = The erasure is asked for and not finished.
web-forget-do = Destroy for ever
### What is to be settled before printing
settle-kind-entries = another value than the entries give
settle-kind-places = several values of one indicator
settle-kind-total = total and listed items
settle-kind-count = stated count and list
settle-kind-cumulative = cumulative value below one of its years
settle-kind-percentage = percentage that does not follow from the printed numbers
settle-kind-mean = group percentage that is not the mean of its rows
settle-kind-base = percentage that no whole number of its base gives
settle-kind-change = change whose base is not printed or does not fit
settle-kind-dated = date outside the period presented
settle-kind-body = one organisation in two lists
settle-kind-label = two labels for one thing
settle-kind-rounding = rounding
settle-help-entries = The printed value is not the one that the entries give at this date.
settle-help-places = The same indicator is printed with values that do not agree.
settle-help-total = What is listed exceeds the printed total or does not reach it, even with what rounding leaves open.
settle-help-count = The text states a number of items that the list does not have.
settle-help-cumulative = The value of several years is below what is printed for one of them alone.
settle-help-percentage = The printed percentage is not what the value and the target printed beside it give.
settle-help-mean = The printed percentage of a group is not the mean of the quotients of its rows.
settle-help-base = No whole number of items, over the printed base, rounds to this percentage.
settle-help-change = The change is not the one from the first number to the second, or the first is not printed.
settle-help-dated = What is printed is of a date outside the period that the text announces.
settle-help-body = The same organisation stands in two lists that exclude each other, or twice in one.
settle-help-label = One thing has two names, so that it cannot be told whether it is one.
settle-help-rounding = The last printed digit is not rounded as the others are.
settle-by-owner = whoever answers for the indicator
settle-by-approver = whoever approves the plan
settle-by-writer = whoever writes the document
settle-by-named = { $who } ({ $name })
settle-by = to be settled by: { $who }
settle-cite = { $place }: { $what }
settle-words = “{ $words }”
settle-figure = { $figure } { $shown }
settle-lines = { $count ->
    [one] line { $lines }
   *[other] lines { $lines }
}
settle-range = lines { $from } to { $to }: { $what }
settle-items = { $count ->
    [one] { $count } listed item
   *[other] { $count } listed items
}
settle-rows = { $count ->
    [one] { $count } row of the table
   *[other] { $count } rows of the table
}
settle-entries = from the entries: { $computed }
settle-ratio = { $computed }; printed: { $shown }
settle-ratio-agrees = would agree with { $percent }
settle-ratio-delivered = , or with { $number } in place of the printed value
settle-ratio-target = , or with { $number } in place of the printed target
settle-ratio-none = no whole number in place of the printed value or target gives { $shown }
settle-mean = { $count ->
    [one] mean of one row = { $percent }; printed: { $shown }
   *[other] mean of { $count } rows = { $percent }; printed: { $shown }
}
settle-mean-printed = mean of the printed percentages = { $percent }
settle-mean-agrees = would agree with { $percent }
settle-mean-rests = , once the percentage of line { $lines } is settled, on which the printed mean rests
settle-without = or without { $names }
settle-without-several = or by leaving some items out, in { $count } ways: what is printed does not say which
settle-without-none = leaving some out is not enough
settle-without-more = of { $count } ways to leave some out none is enough; not all were tried
settle-places = { $shown }; from the entries: { $computed }
settle-sum-more = { $sum }, that is { $away } more than { $stated }
settle-sum-less = { $sum }, that is { $away } less than { $stated }
settle-slack = printed rounding leaves { $slack } open either way
settle-sum-agrees = would agree with a total of { $number }
settle-least = would agree with a cumulative value of { $number } or more
settle-count-more = { $listed ->
    [one] stated: { $stated }; listed: { $listed }, that is { $away } more
   *[other] stated: { $stated }; listed: { $listed }, that is { $away } more
}
settle-count-less = { $listed ->
    [one] stated: { $stated }; listed: { $listed }, that is { $away } fewer
   *[other] stated: { $stated }; listed: { $listed }, that is { $away } fewer
}
settle-count-agrees = would agree with { $listed } stated, or if { $away ->
    [one] one of the listed items did not belong there
   *[other] { $away } of the listed items did not belong there
}
settle-count-lacks = would agree with { $listed } stated, or with { $away ->
    [one] one more item
   *[other] { $away } more items
} in the list
settle-base = { $shown } of { $base } = { $part }: { $below } ÷ { $base } = { $belowgives }, { $above } ÷ { $base } = { $abovegives }
settle-base-nearest = would agree with { $number } in place of { $base } ({ $parts })
settle-base-smallest = the smallest number that fits is { $number } ({ $parts })
settle-change = ({ $after } − { $before }) ÷ { $before } = { $percent }; printed: { $shown }
settle-change-agrees = would agree with { $percent }
settle-change-ratio = { $shown } is the ratio of the second number to the first, not the change
settle-change-zero = from 0 no percentage can be reckoned; printed: { $shown }
settle-change-nobase = the number from which { $shown } starts is not printed
settle-change-from = from { $base }: { $percent }
settle-change-none = , and no whole number leads to { $after } that way ({ $each })
settle-change-base = would agree if { $base } were printed as the starting point
settle-change-bases = would agree if a number from { $least } to { $most } were printed as the starting point
settle-dated = dated: { $date }; presented: { $presented }
settle-dated-days = { $days ->
    [one] dated: { $date }; presented: { $presented }; one day apart
   *[other] dated: { $date }; presented: { $presented }; { $days } days apart
}
settle-dated-agrees = would agree if the period announced held this date ({ $date })
settle-label = the labels are not the same
settle-label-agrees = would agree if one label were kept everywhere
settle-body = in the lists { $lists }
settle-body-twice = twice in the list { $list }
settle-body-agrees = would agree if it were counted once, or if these are two organisations and their names say so
settle-count = { $count ->
    [0] nothing to settle
    [one] { $count } finding to settle before printing
   *[other] { $count } findings to settle before printing
}
settle-figures = printed values beside the entries: { $totals }
settle-untied = { $place } – not checked: nothing says of which indicator it is the value
settle-untied-near = { $place } – not checked: of { $near }, perhaps
settle-title = Reconciliation: { $label }, as at { $day }
settle-rests = What this reconciliation rests on
settle-column-kind = Kind
settle-column-found = Findings
settle-column-agreeing = Agree
settle-column-by = To be settled by
settle-name-arithmetic = Arithmetic:
settle-name-by = To be settled by:
settle-unchecked = { $place }: { $what } – { $shown }
settle-unchecked-title = What cannot be compared with the entries
refused-unknown-list = no row stands in the list “{ $typed }”
refused-unknown-value = “{ $typed }” is printed nowhere here
csv-two-names = “{ $typed }” is another name of what the indicator says already; leave one out
draft-twice = two columns say the same: “{ $head }”; leave one of them out of the draft
draft-no-number = the text holds no number
settle-column-number = No.
settle-column-subject = Subject
settle-column-places = Places
settle-column-arithmetic = Arithmetic
settle-column-agrees = What would agree
settle-column-decision = Decision
settle-column-decided = Decided by
settle-column-on = On
settle-sheet = To settle
settle-sheet-unchecked = Not checked
settle-entries-agrees = would agree with { $computed }
settle-places-agrees = would agree if { $computed } were printed everywhere
settle-tied = { $count ->
    [one] { $count } number of the text is tied to an indicator by the words around it
   *[other] { $count } numbers of the text are tied to an indicator by the words around them
}
web-reconcile = Reconciliation
web-reconcile-lead = A draft, or what is printed already, beside the entries and beside itself: what is to be settled before printing, and by whom. Nothing of it is recorded.
web-reconcile-file = Draft
web-reconcile-file-help = A workbook (.xlsx) or CSV: named columns, or the table of indicators. A text (.md, .txt): its numbers are tied to indicators by the words around them.
web-reconcile-do = Reconcile
web-reconcile-other = Reconcile another draft
web-reconcile-gone = This draft is no longer kept: it waited too long. Choose it again.
web-reconcile-xlsx = List to settle (.xlsx)
web-reconcile-md = Text (.md)
web-reconcile-file-name = reconciliation
# Evidence: listed, added, opened, given away, astray.
evidence-none = no document
evidence-named-by = named by #{ $entry }
evidence-named-as = as “{ $name }”
evidence-no-more = no longer in force
evidence-not-opened = no program opened the document; its path is above
evidence-given = { $count ->
        [one] { $count } document copied
       *[other] { $count } documents copied
    } · “sha256sum -c SHA256SUMS” checks them
orphans-none = every document that is named is here, and every file is named
orphans-missing = { $count ->
        [one] { $count } document that an entry names is not here; put it back from a backup:
       *[other] { $count } documents that entries name are not here; put them back from a backup:
    }
orphans-unnamed = { $count ->
        [one] { $count } file that no entry names; it may stay, or be removed by hand:
       *[other] { $count } files that no entry names; they may stay, or be removed by hand:
    }
problem-documents-missing = { $count ->
        [one] { $count } document is not the one that an entry names, or is missing
       *[other] { $count } documents are not those that entries name, or are missing
    }
problem-folder-not-empty = { $path } is not empty
    .hint = name an empty folder, or one that is not there yet
problem-no-documents = there is no document of “{ $typed }”
    .hint = “jalon evidence list” shows them with their entries; a hash is given by its first 8 digits at least
usage-evidence-kind = “{ $typed }” is no kind of document
    .hint = agreement, bankstatement, confirmation, webcapture, internalnote or other
refused-takes-no-document = no document can be added to entry #{ $entry }
    .hint = documents are added to an activity, a published total, a note or a table sent
refused-no-document = a document is needed
refused-documents-there = entry #{ $entry } has these documents already; nothing was recorded
receipt-added = { $count ->
        [one] { $count } document
       *[other] { $count } documents
    } added to #{ $entry } ({ $what })
receipt-addition-withdrawn = withdrawal of documents added by #{ $entry }
show-added = Documents added on { $when } by { $by } (#{ $entry })
journal-backed = documents added since
entry-evidence-added = documents added to an entry
misstep-takes-no-document = documents are added to what takes none
web-add-document = Add a document
web-add-document-help = It backs the entry from now on, and changes nothing that it says. A file can be dropped anywhere on this form.
web-added-on = added by
web-orphans = Documents and files
web-orphans-lead = What entries name and is not here, and the files that none names.
web-orphans-none = Every document that is named is here, and every file is named.
web-orphans-missing = Documents named, absent from the folder
web-orphans-missing-help = To be put back from a backup: “verify” reads them again then.
web-orphans-unnamed = Files that no entry names
web-orphans-unnamed-help = A refused entry leaves such files; they may stay, or be removed by hand.
web-all-documents = All documents
help-evidence = Documents that back entries: list, add, open, copy them, find those that are missing
help-evidence-list = List documents, each with what it backs
help-evidence-list-entry = Only those of this entry
help-evidence-list-kind = Only those of this kind
help-evidence-list-missing = Only those that are not in the ledger's folder
help-evidence-add = Add documents to an entry that is there
help-evidence-add-entry = The entry, by number or id
help-evidence-add-documents = A document, or several; before the file, what it is: agreement, bankstatement, confirmation, webcapture, internalnote or other
help-evidence-add-note = A remark
help-evidence-open = Open a document, or those of an entry; without a display, say where it lies
help-evidence-open-what = The entry, by number or id, or the first 8 digits at least of the document's BLAKE3 or SHA-256
help-evidence-export = Copy documents into a folder, under names that can be read, with their SHA256SUMS
help-evidence-export-folder = The folder, empty or to be made
help-evidence-export-entry = Only those of this entry
help-evidence-export-during = Only those of what happened in this time, such as FY2024
help-evidence-export-indicator = Only those of what this indicator counts
help-evidence-export-as-at = With --indicator: at this date; today otherwise
help-evidence-export-plan = With --indicator: a plan, PLAN or PLAN@VERSION
help-evidence-orphans = Find documents that are named and missing, and files that no entry names
help-value-evidence-kind = KIND
help-value-entry-or-hash = ENTRY|HASH
help-value-during = DAYS

# Personal data erased (Law 25).
help-forget = Erase personal data (Law 25): what is sealed for a person can never be read again
help-forget-person = A person of the register, by id or name, or a recorder, by user/ID or name
help-forget-yes = Ask nothing, at a terminal either
help-forget-key-lost = Record it though the key is not on this computer: it is lost, and no copy of it is left
help-value-person = PERSON
forget-ask = Erase the personal data of { $typed } ({ $ids })? Nobody will ever read them again.
forget-done-before = it is done already for { $typed }; nothing was recorded
forget-key-was-here = the key was not lost: it was on this computer, and has been destroyed there
forget-backups = backups of the folder of keys still hold the key: destroy it there too. Free text, reasons and documents are not touched
problem-no-person = “{ $typed }” is no person
    .hint = a person of the register, by person/… or by name; a recorder, by user/…
    .page = a person of the register, by name or person/…; a recorder, by name or user/…
problem-several-persons = several persons are called “{ $typed }”
    .hint = name one by its id: { $persons }
usage-not-agreed = what is erased does not come back, and nobody is there to agree
    .hint = add --yes
vault-no-key-to-destroy = the key of { $person } is not on this computer; nothing was recorded
    .hint = do it where the keys are; if it is lost and no copy of it is left, add --key-lost
    .page = begin again where the keys are; where it is lost and no copy is left, say so below
refused-erasure-asked = the personal data of { $person } are to be erased, as #{ $entry } says: nothing more is sealed for this person
refused-erasure-not-asked = nobody asked that the personal data of { $person } be erased
refused-erasure-done = the personal data of { $person } are erased, as #{ $entry } says
receipt-erasure-requested = request to erase the personal data of { $person }
receipt-erased = personal data of { $person } erased
entry-person-erasurerequested = request to erase personal data
entry-person-erased = personal data erased
show-erased = erased as asked by #{ $entry } ({ $person })
person-erased = { $person } (erased)
recorder-erased = user { $digits }… (name erased)
register-erased = Personal data erased · #{ $request }, #{ $entry } · { $reason }
register-erasing = Personal data to be erased · #{ $request } · { $reason }
verify-erased = { $count } destroyed on purpose
verify-unerased = the erasure that #{ $entry } asks for is not finished; the same command “jalon forget” finishes it
    .page = the erasure that #{ $entry } asks for is not finished; the page on personal data finishes it
finding-key-back = #{ $entry }: the key of { $person }, which was destroyed, is back, from a backup it seems; remove it from the folder of keys and from the backup
open-erasure = Personal data to be erased
open-help-erasure = The erasure is asked for and not finished; the same command “jalon forget” finishes it.
misstep-erasure-twice = an erasure is asked for, or done, twice
misstep-erasure-not-asked = an erasure is done that nobody asked for
misstep-sealed-for-erased = something is sealed for a person whose data are to be erased
verify-tree = tree kept of the entries
verify-signed = signed checkpoints that the ledger keeps
verify-superseded = { $count ->
    [one] one more is of entries that were lost, as an entry says
   *[other] { $count } more are of entries that were lost, as an entry says
}
verify-root = root of the tree: { $root }
finding-tree = the tree that is kept is not that of the entries; jalon rebuild makes it again
finding-key = { $key } is not a key of this ledger: it is another ledger, or its key was replaced
checkpoint-kept = the checkpoint kept of { $size } entries:{" "}
checkpoint-given = { $file }:{" "}
checkpoint-no-note = this is no signed note
checkpoint-signature = the signature of { $name } is not one of this text
checkpoint-unknown-key = none of the keys that were given or found has signed it
checkpoint-none = the text of the note is no checkpoint
checkpoint-origin = it is a checkpoint of “{ $origin }”, another ledger
checkpoint-other-size = it says to cover another number of entries
checkpoint-other-key = it is signed by a key that did not sign for that many entries
checkpoint-beyond = the ledger no longer has the entries that it covers
checkpoint-beyond-told = the ledger no longer has the entries that it covers; an entry says why it goes on: { $reason }
checkpoint-other-entries = the ledger has other entries than those that it covers
checkpoint-other-entries-told = the ledger has other entries than those that it covers; an entry says why it goes on: { $reason }
misstep-other-key-name = its key is no verifier key of the ledger’s name
misstep-key-again = its key signed before
misstep-not-handed-over = the hand-over is not signed as it must be
misstep-nothing-lost = what it names as lost is no checkpoint of the ledger
desk-lost = a checkpoint of { $signed } entries was signed, which this ledger of { $size } does not contain: entries were lost, or this is an older copy. Nothing is recorded in it. Put the newer copy in its place, or say why it goes on without these entries: jalon resume --reason
signing-verifier = “{ $key }” is no verifier key
signing-no-key = the key that signs for this ledger is not on this computer ({ $key }); JALON_KEYS names the folder of keys
signing-nothing-lost = the ledger contains everything that was signed of it: there is nothing to resume from
proving-not-contained = the ledger does not have the entries that the checkpoint of { $size } covers
proving-not-older = the checkpoint covers { $older } entries, and the newest { $newer }
proof-form = this is no proof
proof-beyond = the entry is none of those that the checkpoint covers
proof-larger = the older checkpoint covers more entries than the newer one
proof-length = the proof has not as many hashes as these sizes need
proof-old-root = the proof does not give the root of the older checkpoint
proof-root = the proof does not give the root of the checkpoint
tree-progress = { $done } of { $all } entries hashed
published-tree = { $count ->
    [0] nothing to add: all { $size } entries are published
    [one] one file written; { $size } entries are published
   *[other] { $count } files written; { $size } entries are published
}
resumed = the ledger goes on after { $size } entries; a checkpoint of { $lost } stays without it. Send the new verifier key to whoever checks:
rotated = another key signs from here on. Send its verifier key to whoever checks:
proof-holds-inclusion = ✓ entry { $entry } is one of the { $size } that the checkpoint covers
proof-holds-consistency = ✓ the checkpoint of { $size } entries continues that of { $older }
proof-signed-by = ✓ signed by { $key }
proof-signature-unchecked = – the signature was not checked: no verifier key was given; take it from elsewhere than from whoever gave the proof
proof-does-not-hold = the proof does not hold: { $cause }
entry-key-rotated = key replaced
entry-ledger-resumed = ledger resumed
verify-key = key given: { $key }
verify-own-key = – key: not checked, the ledger’s own word is taken for it; --key gives the one that was sent
    .page = – key: not checked, the ledger’s own word is taken for it; the one that was sent is given below
repair-signed = newest checkpoint signed: of { $size } entries
usage-verifier = “{ $typed }” is no verifier key: it looks like NAME+ID+KEY, as jalon key prints it
help-verify-checkpoint = A checkpoint kept from before, which the ledger must still contain; may be given several times
help-verify-key = The verifier key as whoever sent it wrote it; without it the ledger’s own word is taken for its key; with --proof and --checkpoint twice where the key was replaced between the two
help-verify-proof = Check this proof instead, without the ledger: with --entry that the entry is there, with --checkpoint that the newer checkpoint continues that one; of a value everything is in the file
help-verify-entry = The entry as it is stored, one line
help-checkpoint = Print how large the ledger is and the root over its entries, signed
help-checkpoint-key = Print the verifier key instead, by which others check what this ledger signs
help-prove = Show that an entry is there, where a value comes from, or that one checkpoint continues another
help-prove-what = An entry, by id or number: that it is one of those that a checkpoint covers. An indicator, by id or label: its value, with the entries that it rests on, in one file
help-prove-from = That the newest checkpoint continues the one in this file
help-publish = Write the tree over the entries as files that any web server can offer
help-publish-folder = The folder: what it lacks is added, the newest checkpoint last; it holds fingerprints only, nothing of what happened
help-key = Print the verifier key, or replace the key that signs
help-key-rotate = Put another key in its place; both sign the hand-over
help-key-rotate-reason = Why
help-resume = Go on with a ledger that lost entries which were signed
help-resume-reason = Why it goes on without entries that were signed, for whoever checks
help-value-checkpoint = CHECKPOINT
help-value-verifier-key = KEY
verify-closed = values of closed years recomputed
verify-notified = – { $to } was sent a checkpoint of { $size } entries with the notice of the year to { $day }: ask for it, and give it with --checkpoint
    .page = – { $to } was sent a checkpoint of { $size } entries with the notice of the year to { $day }: ask for it, and give it below
finding-year-root = #{ $entry }, which closes a year: its checkpoint is not of the entries before it
finding-year-value = #{ $entry }, which closes the year to { $day }: the entries known then give { $indicator } another value
misstep-not-a-year = it closes no fiscal year of the plan that is over
misstep-closed-again = it closes once more without saying which closing, or why
misstep-no-closing = no closing has this id
refused-not-a-year-end = no fiscal year of the plan ends on { $day }
refused-year-not-over = the fiscal year that ends on { $day } is not over
refused-open-still = { $open ->
    [0] no check is open
    [one] one check is open
   *[other] { $open } checks are open
}, { $unapproved ->
    [0] and every rule is approved
    [one] and one rule is not approved
   *[other] and { $unapproved } rules are not approved
}
    .hint = “jalon checks” lists them; --anyway with --reason closes the year as it is
    .page = settle them first, or close the year as it is by saying so, with a reason
refused-closed-already = the year is closed already, by #{ $entry }
    .hint = --notice prints its notice again; --reason closes it once more
    .page = its page shows it, and closes it once more with a reason
refused-not-closed = the fiscal year that ends on { $day } is not closed
closing-title = Notice of closing: fiscal year to { $day }
closing-of = { $label }, version { $version }
closing-indicator = Indicator
closing-value = Value
closing-rule = Rule
closing-rule-version = version { $version }, { $status }
closing-closed = Closed on
closing-by = By
closing-reason = Reason
closing-open = Checks open
closing-unapproved = Rules not approved
closing-size = Entries
closing-root = Root of the tree
closing-key = Verifier key
closing-asks = Keep this notice. Years later “jalon verify --checkpoint” shows with the signed lines whether the ledger still contains every entry on which these values rest. The words say the root; the picture holds the lines.
help-close = Close a fiscal year, and print the notice to send
help-close-year = The fiscal year, such as FY2024, or its last day
help-close-plan = The plan; the one adopted first otherwise
help-revisions-closing = A closing that another took the place of, by its entry number
refused-no-such-closing = #{ $entry } is no closing of the year to { $day }
closing-again = In place of
closing-again-value = #{ $entry }, of { $moment }; { $count ->
    [0] all values are the same
    [one] one value is another
   *[other] { $count } values are others
}
help-close-anyway = Close it though checks are open or rules not approved; --reason says why
help-close-reason = Why it is closed anyway, or once more
help-close-notice = Print the notice of the year again, and change nothing
help-close-page = Also write the notice as a page to print and to send
help-close-to = Record that its notice was sent to this organisation or office
help-close-on = When it was sent; today otherwise
entry-fiscalyear-valued = values of a year
entry-fiscalyear-closed = year closed
entry-fiscalyear-notified = notice of closing sent
closing-others = { $count ->
    [one] One other value, of no objective, was closed too
   *[other] { $count } other values, of no objective, were closed too
}: “jalon close … --notice --format json” lists all of them.
revisions-title = Revisions since the close: fiscal year to { $day }
revisions-head = Closed on { $moment } by #{ $entry }; { $count ->
    [0] every value is what it was.
    [one] one value is another today.
   *[other] { $count } values are others today.
}
revisions-values = closed { $was } · today { $is }
revisions-none = not in the plan
revisions-about = , of #{ $entry }
revisions-by = { $moment }, { $recorder }
revisions-late = recorded after the close
revisions-corrected = correction
revisions-withdrawn = withdrawal
revisions-judged = approval, rejection or confirmation
revisions-backed = documents added or taken back
revisions-rule = another rule
revisions-rule-versions = another rule: version { $is } instead of { $was }
revisions-part = numerator
revisions-whole = denominator
revisions-amounts = { $was } → { $is }
revisions-bounds = what is certain is the same, what is possible is not: { $was } when closed, { $is } today
revisions-backing = the value is the same; what backs it is not
revisions-closed-again = The year was closed again since, by #{ $entry }.
revisions-closed-before = This closing took the place of #{ $entry }; { $count ->
    [0] all values are the same.
    [one] one value is another.
   *[other] { $count } values are others.
}
revisions-register = register or definition changed
revisions-follows = follows from the others
help-revisions = List what became of the values of a closed year, and why
help-revisions-year = The fiscal year, such as FY2024, or its last day
help-revisions-plan = The plan; the one adopted first otherwise
closing-fact = { $name }: { $value }
receipt-late = recorded after the close of the year to { $day }
help-value-year = YEAR
finding-lost-key = { $key } handed nothing over to the key that signs now: it was lost, or somebody else put another in its place. Ask the organisation for the new one
misstep-other-rules = it does not say how many rules are not approved, or why it is closed all the same
usage-proof-of-what = --proof needs --entry, or one --checkpoint: what it is a proof of
vault-checkpoint = { $path } is no checkpoint of this ledger as it was signed: nothing is recorded or signed while it stands there. “jalon verify” says more; put back what stood there
verify-unknown = – what cannot be known: the clock, the key and the recorders’ names are the organisation’s own; they show order and continuity, not independence
web-audit-reconcile = Reconcile a draft
web-audit-reconcile-lead = A draft or a printed report beside the entries and beside itself, before it is printed.
web-audit-documents = Documents
web-audit-documents-lead = What each document backs, and what is missing or astray.
claim-key = the key that signed it is not the ledger’s, or the key that was given did not hand over to it
claim-size = the value is of { $claimed } entries, and the checkpoint signs { $signed } only
claim-indicator = the plan that rules on that day has no such indicator, or another version of it rules
claim-value = { $count ->
    [one] the entries that come with it give something else in one place: { $members }
   *[other] the entries that come with it give something else in { $count } places: { $members }
}
claim-entry = entry { $line } of those that come with it: { $cause }
claim-order = entry { $line } of those that come with it does not stand behind the one before
proof-holds-value = ✓ { $label }, as at { $day }: { $value }, of a ledger of { $size } entries
proof-holds-entries = { $count ->
    [one] ✓ one entry comes with it, one of those that the checkpoint covers; replayed, it gives this value
   *[other] ✓ { $count } entries come with it, all of those that the checkpoint covers; replayed, they give this value
}
proof-holds-counted = ✓ { $counted } count in it, { $left } were looked at and do not count
proof-not-shown = – what this proof does not show: that no other entry should have counted, nor that none of these was corrected or withdrawn, or the plan changed, by an entry that does not come with it; jalon verify shows that of the whole ledger, or of an audit pack
pack-title = Audit pack — fiscal year ended { $day }
pack-key = The key that you were given
pack-key-about = Paste the verifier key as you received it elsewhere, from a closing notice for instance. The one in the pack has the pack’s word alone.
pack-folder = The whole folder
pack-folder-about = Choose the folder in which this page lies: its files and the evidence are hashed then. Nothing is sent.
pack-table = Table of indicators
pack-table-about = Each value is added up here from its contributions. Choose a row to see what it is made of.
pack-documents = Evidence
pack-no-documents = No entry names a document.
pack-entries = Entries
pack-place = Number
pack-open = Open
pack-said = What the program says of the ledger
pack-said-about = These texts are as the program wrote them into the pack. This page does not recompute them; jalon verify does.
pack-coverage = What no value counts, and what values rest on
pack-checks = Open checks
pack-cutoff = Cut-off
pack-revisions = Revisions since the close
pack-samples = Samples
pack-limits = What this page does not check
pack-limit-omitted = That no entry was left out of a value, or of what is said not to count, and with it that a published total is contradicted: that takes the rules. jalon verify and docs/verify.py hold them.
pack-limit-script = Itself: a page that was changed can say anything. Take checkpoint and key from elsewhere than this pack, and check with tools of your own.
pack-limit-rules = Whether each entry could follow those before it; what was possible without being certain; and that the sentence shown for a rule says what the rule says: the rule itself stands in the entry shown beside it.
pack-limit-elsewhere = What cannot be known of a ledger: clock, key and names are the organisation’s own.
pack-at-least = at least { $value }
pack-between = between { $low } and { $high }, bounds that this page does not recompute
pack-in-words = in words ({ $count })
pack-not-stated = n/a
pack-close = Close
pack-entry = Entry { $place }
pack-entry-type = Type
pack-entry-days = Days
pack-entry-recorded = Recorded
pack-entry-author = By
pack-entry-subject = About
pack-entry-hash = BLAKE3 hash, computed here
pack-entry-bytes = The bytes as they are stored:
pack-more = and { $count } more
pack-not-counted = Looked at and not counted ({ $count })
pack-nothing = No contributions.
pack-rule = Rule, in the program’s words:
pack-part = Above the line:
pack-whole = Below the line:
pack-supplementary = Other indicators
pack-total = Published total
pack-sealed = sealed
pack-erased = erased
pack-column-indicator = Indicator
pack-column-target = Target
pack-column-value = Value
pack-column-percent = % of target
pack-column-closed = As closed
pack-column-check = Checked
pack-column-entry = No.
pack-column-date = Date
pack-column-what = What
pack-column-amount = Adds
pack-column-grade = Backed by
pack-column-reason = Remark
pack-column-document = Document
pack-column-kind = Kind
pack-column-bytes = Bytes
pack-outcome-sound = checked
pack-outcome-failed = does not agree
pack-outcome-unchecked = not checked
pack-outcome-waiting = under way
pack-verdict-waiting = Checking
pack-verdict-sound = Everything that this page recomputes agrees
pack-verdict-failed = This does not agree: findings ({ $count })
pack-verdict-unchecked = Nothing is checked yet
pack-about-waiting = Each entry is hashed again, the root of the tree rebuilt, the signature checked, each value added up.
pack-about-sound = The entries are those that were signed, and the values add up from them. Compare the key and give the folder to check the rest.
pack-about-failed = Do not rely on this pack. What does not agree is named below.
pack-about-unchecked = The ledger is too large for this page: choose below the folder in which it lies.
pack-check-parts = Data written into this page, compared with their hashes: { $count }
pack-check-form = Entries hashed again (BLAKE3), in their one spelling and one behind the other: { $count }
pack-check-root = Root of the tree over { $count } entries, rebuilt (SHA-256): { $root }
pack-check-signature = Checkpoint signed (Ed25519) by { $key }
pack-check-key = Key given: it signed, or handed over to the one that did
pack-check-values = Values added up from their contributions: { $count }, of which in words, without a number: { $words }
pack-check-ties = Contributions tied to an entry that was hashed: { $count }; remainders of totals not recomputed: { $rests }
pack-check-closed = Values written down at the close (entry { $place }): { $count }; others today: { $revised }
pack-check-files = Files of the folder, by SHA256SUMS: { $count }
pack-check-documents = Documents hashed (BLAKE3 and SHA-256): { $count }
pack-failed-parts = Data written into this page that are as they were written: { $right } of { $count }
pack-failed-form = Entries found right before the first that is not: { $right }
pack-failed-root = Checkpoint and root of the tree, rebuilt (SHA-256): they do not agree
pack-failed-signature = Signature of the checkpoint (Ed25519): it does not hold
pack-failed-key = Key given: compared, and it does not agree
pack-failed-values = Values that add up from their contributions: { $right } of { $count }
pack-failed-ties = Contributions that agree with the entry they name: { $right } of { $count }
pack-failed-closed = Values written down at the close: what the pack says of their revisions does not hold
pack-failed-files = Files of the folder that are as SHA256SUMS lists them: { $right } of { $count }
pack-failed-documents = Documents that are those that entries name (BLAKE3 and SHA-256): { $right } of { $count }
pack-fault-other-folder = this is not the folder of this pack: neither audit.html nor SHA256SUMS lies in it; choose the one in which this page lies
pack-fault-number = “{ $value }” is no number
pack-fault-not-listed = it is another today, and the pack does not name it among its revisions
pack-fault-not-revised = the pack names it among its revisions, and it is as it was closed
pack-fault-other-closing = the revisions that the pack tells are not those of this closing
pack-words = in words
pack-unchecked-form = Entries: not checked
pack-unchecked-key = Key: not compared; the pack’s own word is taken for it
pack-unchecked-closed = Closing: the year is not closed
pack-unchecked-files = Files of the folder: not checked, choose the folder
pack-unchecked-documents = Documents ({ $count }): not checked, choose the folder
pack-fault-folder = the ledger is not in this page; choose the folder
pack-fault-part = the part “{ $name }” of this page is not as it was written
pack-fault-no-line-feed = the log does not end with a line feed
pack-fault-no-entry = line { $place } is no entry
pack-fault-spelling = entry { $place } is not in its one spelling
pack-fault-sequence = entry { $place } is not in its place
pack-fault-chain = entry { $place } does not name the hash of the one before it: one of the two was changed
pack-fault-time = entry { $place } is earlier than the one before it
pack-fault-id = entry { $place } has an id that is taken
pack-fault-no-note = the checkpoint is no signed note
pack-fault-no-key = “{ $key }” is no verifier key
pack-fault-handover = the hand-over of the key at entry { $place } is not signed
pack-fault-origin = the checkpoint is that of “{ $name }”
pack-fault-size = { $count } entries are signed or said, and there are { $size }
pack-fault-root = the root is not that of the checkpoint: an entry was changed, added or taken away
pack-fault-signature = the signature is not by { $key }
pack-fault-other-key = this key is none of the ledger’s
pack-fault-not-handed = this key did not hand over to the one that signs
pack-fault-no-plan = the ledger has no plan “{ $name }” of this version
pack-fault-no-indicator = the plan has no indicator “{ $name }”
pack-fault-no-such-entry = the entry is not in the ledger
pack-fault-no-version = the version named is none of its own
pack-fault-date = the date is not that of the entry
pack-fault-window = it lies outside the indicator’s window
pack-fault-other-total = it is no published total of this indicator on this date
pack-fault-other-type = the rule does not count this type of activity
pack-fault-amount = the contribution is not what the entry gives
pack-fault-grade = what it is backed by is not what the entry says
pack-fault-keys = what is counted is not what the entry names
pack-fault-reason = the remark does not hold
pack-fault-sum = the contributions give { $value }
pack-fault-grade-sum = what it is backed by is not what its contributions say
pack-fault-parts = the share does not follow from its two sides
pack-fault-no-claim = the pack does not give its value
pack-fault-unread = cannot be read: { $cause }
pack-fault-no-sums = SHA256SUMS is missing
pack-fault-file = { $name } is not as it was written
pack-fault-no-file = { $name } is missing
pack-fault-more-file = { $name } is not of the pack
pack-fault-document = “{ $name }” is not the document that the entry names
pack-fault-no-document = “{ $name }” is not in the folder
pack-left-classnotstated = class not stated
pack-left-contradictstotal = contradicts the published total
pack-left-withdrawn = withdrawn
pack-left-valuenotstated = value not stated
pack-left-keynotstated = key not stated
pack-left-replacedtotal = replaced by a later total
representation-title = Management representation — fiscal year ended { $day }
representation-opening = We are responsible for this ledger and for the values that follow from it as at { $day }. To the best of our knowledge we state the following.
representation-complete = Completeness: everything that we know of the activities of the year is recorded. { $count ->
    [0] No entry is left out of the values.
    [one] One entry counts in no value; the pack says why.
   *[other] { $count } entries count in no value; the pack says why.
 }
representation-occurred = Occurrence and cut-off: each activity recorded took place, on the days recorded; what is planned is recorded as such.
representation-rules = Rules: the values follow the rules of the plan “{ $plan }”, version { $version }. { $count ->
    [0] All of them are approved.
    [one] One rule is not approved.
   *[other] { $count } rules are not approved.
 }
representation-evidence = Evidence: the documents in the pack are those that we have, and we withheld none. { $count ->
    [0] All entries have some.
    [one] One entry has none.
   *[other] { $count } entries have none.
 }
representation-open = Open checks: { $count ->
    [0] the ledger shows none.
    [one] the ledger shows one, which we know.
   *[other] the ledger shows { $count }, which we know.
 }
representation-corrections = Corrections: no entry was withdrawn or corrected but for the reason that it states, and nothing was taken out of this pack.
representation-closing = Closing
representation-closed = entry { $entry }, by { $by }
representation-not-closed = the year is not closed
representation-made = Pack made on
representation-name = Name
representation-office = Office
representation-date = Date
representation-signature = Signature
help-pack = Make the audit pack of a fiscal year: log, tables, evidence, representation, and a page that recomputes all of it offline
help-pack-year = The fiscal year, such as FY2024, or its last day
help-pack-folder = The folder to make; nothing may lie in it
help-pack-plan = The plan; the one adopted first otherwise
pack-made = audit pack written to { $path }: { $files } files, { $size } entries
pack-missing = { $count ->
    [one] one document is missing from the ledger, and so from the pack
   *[other] { $count } documents are missing from the ledger, and so from the pack
}
pack-too-large = the ledger is too large for the page: it will ask for the folder, and read log.jsonl and pack.json
pack-open-page = Open { $path } in a browser; the auditor checks all of it by jalon verify { $folder }
pack-none = { $path }: this is no audit pack of jalon’s
pack-file-missing = { $name } is missing from the pack
pack-file-changed = { $name } is not as it was written (SHA256SUMS)
pack-file-unlisted = { $name } is in no list of the pack (SHA256SUMS)
pack-claim-differs = pack.json, { $name }: the entries give something else
pack-file-written = { $name } is not what this program writes of the entries
pack-no-form = pack.json does not say of which fiscal year and plan it is
verify-files = files of the pack, by SHA256SUMS
verify-claims = values of the pack and all that it says of them, made again from the entries
verify-written = tables, pages and statements, written again from the entries
verify-other-program = { $count ->
    [one] one file is of another version of the program than this, and compared with SHA256SUMS alone, which anybody can write anew
   *[other] { $count } files are of another version of the program than this, and compared with SHA256SUMS alone, which anybody can write anew
}
help-verify-pack = The audit pack to check instead of the ledger: its entries, and what it says of them
pack-unsigned = the pack has not the { $size } entries that its checkpoint signs
reconcile-unread = Columns with numbers that were not read: { $columns }
publish-lone-checkpoint = { $path }: no tree lies beside it; move it elsewhere if it is not from here, remove it if the tiles of the tree were lost
publish-other-folder = { $path } holds an audit pack or a ledger, not a tree: publish into a folder of its own
usage-proof-of-value = a proof of a value holds what it is of: give neither --entry nor --checkpoint
usage-one-key = --key is given more than once: two go only with --proof and --checkpoint, across a hand-over
proof-signed-after = ✓ signed by { $signer }, to which { $key } handed over
pack-corrected = corrected by
finding-in-pack = log.jsonl: { $fault }
verify-pack-not-sound = the audit pack is not as its entries give it
help-value-entry-or-indicator = ENTRY_OR_INDICATOR
help-value-pack = PACK
pack-side = { $name }: { $value }
pack-fault-twice = it counts more than once
pack-fault-withdrawn = the entry is withdrawn
pack-fault-superseded = another version holds
pack-rule-itself = That sentence is the program’s, unchecked here; the rule itself stands in entry
pack-fault-atleast = “at least” and the bounds do not agree with the value
pack-fault-contradicts = whether it contradicts a published total does not agree with the reasons given for what is not counted
pack-fault-precision = how exact the value is said to be is not what its entries say
pack-fault-format = “{ $name }” is no form of a pack that this page reads
pack-fault-bounds = the value does not lie between its bounds
pack-fault-no-year = it is not the last day of a fiscal year
pack-fault-other-file = { $name } is not what stands in this page
pack-limit-counted = That each entry named should count, and how: its conditions, what is asked of all entries of a key, what is planned, what waits for approval, what another entry closes; and the bounds of what is not certain.
pack-strange-file = { $name } is no file that this program makes
pack-rest = log.jsonl: bytes stand behind the last entry
problem-itemised-already = this file was recorded before, at entry { $batch }
    .hint = withdraw that first (jalon withdraw { $batch }), or --anyway to record it once more
