# Nombres
percent = { $number } %
money = { $number } { $symbol }
period-until = du premier jour de l’indicateur au { $to }
period = du { $from } au { $to }
moment = { $day } à { $time }
quoted = « { $word } »

# Tableau
table-title = { $plan } — au { $day }
scope-filter = Seulement ce qui nomme : { $names }
scope-known = D’après les inscriptions faites jusqu’au { $when }
scope-place = { $known } (nº { $entry })
column-indicator = Indicateur
column-target = Cible
column-delivered = Réalisé
column-percent = % de la cible
column-grade = Appui
reached = { $reached ->
    [one] { $reached } sur { $of } atteint
   *[other] { $reached } sur { $of } atteints
}
reached-unknown = { $words }, { $count } n/d
not-stated = n/d
at-least = au moins { $value }
between = { $value } (de { $low } à { $high })
narrative-count = { $count ->
    [0] aucune inscription
    [one] { $count } inscription
   *[other] { $count } inscriptions
}
narrative-entries = { $count ->
    [one] { $count } inscription en mots
   *[other] { $count } inscriptions en mots
}
table-foot = plan { $plan }, version { $version } · { $size } inscriptions · empreinte { $head }
table-foot-whole = plan { $plan }, version { $version } · { $size } inscriptions · règles : { $rules } · empreinte { $head }
table-reached = { $reached ->
    [one] { $reached } cible atteinte sur { $of }
   *[other] { $reached } cibles atteintes sur { $of }
}
table-supplement = { $count ->
    [one] { $count } autre indicateur, hors des objectifs : le tableau entier le montre
   *[other] { $count } autres indicateurs, hors des objectifs : le tableau entier les montre
}
no-mean = { $count ->
    [one] pas de moyenne : une cible est sans pourcentage certain
   *[other] pas de moyenne : { $count } cibles sont sans pourcentage certain
}
table-told = En mots
table-legend = n/d : non disponible · ≠ : des éléments détaillés contredisent le total publié

# Appui d'une valeur
grade-documented = détaillé et étayé
grade-itemised = détaillé, sans pièce
grade-reported = total publié, sans détail

# Précision
precision-rounded = { $value } (arrondi)
precision-atleast = plus de { $value }
precision-about = environ { $value }
precision-atmost = au plus { $value }

# Règles de calcul
rule = { $kind }, { $window }.
rule-from = À partir de : { $types }.
rule-where = (où { $conditions })
rule-per = Un par { $path }, additionnés.
rule-share = { $part } sur { $whole }, en pour cent.
rule-having = Pour chaque clé : { $condition }.
kind-count = Nombre
kind-sum = Somme
kind-distinct = Nombre de différents
kind-latest = Dernière valeur
kind-share = Part
kind-max = Plus grande valeur
kind-mean = Moyenne
kind-attained = Atteint ou non
kind-narrative = En mots, sans nombre
window-cumulative = cumul depuis le { $day }
window-fiscalyear = au cours de l’exercice
window-open = en vigueur à la date
window-state = état à la date
condition-is = { $path } est { $value }
condition-isnot = { $path } n’est pas { $value }
condition-list = { $path } est dans la liste { $value }
condition-notlist = { $path } n’est pas dans la liste { $value }
condition-atleast = { $path } : au moins { $value } différents
condition-min = { $path } ≥ { $value }
condition-max = { $path } ≤ { $value }
condition-yes = { $path } : oui{ $value }
condition-no = { $path } : non{ $value }
status-printed = imprimée
status-supposed = supposée
status-confirmed = confirmée

# Explication
explain-value = Au { $day } : { $value }
explain-aim = cible { $target }
explain-percent = { $percent } de la cible
explain-reached = cible atteinte
explain-unreached = cible non atteinte
explain-rounded = { $shown }, arrondi de { $exact }
explain-part = { $label } : { $value } (« expliquer { $id } » en dit plus)
explain-whole = sur { $label } : { $value } (« expliquer { $id } » en dit plus)
explain-no-parts = Ses parts ne sont pas publiées.
recorded-on = inscrite le { $when } par { $by }
recorder-unnamed = l’utilisateur { $digits }…
explain-rule = Règle ({ $status }) : { $rule }
explain-contributions = { $count ->
    [one] { $count } apport
   *[other] { $count } apports
}
explain-below = { $count ->
    [one] { $count } apport au dénominateur
   *[other] { $count } apports au dénominateur
}
explain-notcounted = { $count ->
    [one] { $count } inscription non comptée
   *[other] { $count } inscriptions non comptées
}
explain-gaps = Aucun total publié ne dit ce qu’il y a eu ces jours-là, et la somme est au moins ce que disent les autres : { $days }
citation-line = , ligne { $line }
citation-words =  : « { $words } »
reason-classnotstated = classe non précisée ({ $paths })
reason-contradictstotal = contredit le total publié (nº { $entry })
reason-beforefirstday = avant le premier jour de l’indicateur
reason-straddles = peut être avant ou après la date
reason-planned = prévue, non confirmée
reason-notapproved = en attente d’approbation
reason-rejected = rejetée
reason-withdrawn = retirée (nº { $entry })
reason-noconversion = autre monnaie, sans conversion inscrite
reason-valuenotstated = valeur non précisée ({ $paths })
reason-keynotstated = { $paths } : non précisé
reason-replacedtotal = total remplacé par un total ultérieur (nº { $entry })
reason-totalafterdate = total publié d’une période qui finit après la date
reason-filtered = un total publié ne se filtre pas
entry-no = nº { $entry }
part-above = au numérateur
part-below = au dénominateur
part-closes = { $count ->
    [one] ferme la { $entries }
   *[other] ferme les { $entries }
}
remark-alreadycounted = déjà compté (nº { $entry })
remark-superseded = une inscription plus récente vaut (nº { $entry })
remark-supersededsameday = même date, l’inscription inscrite après vaut (nº { $entry })
remark-closedby = fermée (nº { $entry })
remark-maybeclosedby = peut-être fermée (nº { $entry })
remark-ended = terminée le { $entry }
remark-besidetotal = à côté du total publié (nº { $entry })
remark-remainder = reste du total publié, sans détail
remark-wholetotal = total publié, en entier
remark-keynotmet = la condition sur la clé n’est pas remplie
remark-notlargest = n’est pas la plus grande

# Ouverture du registre
notice-line-aside = une dernière ligne incomplète a été mise de côté : { $value }
notice-line-ignored = une dernière ligne incomplète est laissée de côté (nº { $value })
notice-caught-up = la base a été remise à jour d’après les lignes, jusqu’à { $value } inscriptions
notice-store-rebuilt = la base a été refaite d’après les lignes : { $value } inscriptions
notice-twin-only = seules les lignes sont lues, car { $value }

# Démonstration
demo-next = Et maintenant :
    { "  " }jalon --ledger { $folder } expliquer newsletters --as-at 2024-03-31
    { "  " }jalon --ledger { $folder } tableau --as-at 2023-03-31
    { "  " }jalon --ledger { $folder } vérifier

# Inscription
record-ends-today = la période contient aujourd’hui : elle finit le { $day } (--planned la garde entière)
record-planned = cela n’a pas encore eu lieu ({ $period }) : l’activité est prévue et ne compte pas avant « jalon confirmer »

# Journal
journal-corrected = { $count ->
    [one] rectifiée { $count } fois
   *[other] rectifiée { $count } fois
}
journal-withdrawn = retirée

# Ouverture d'un registre
init-key = clé de signature gardée dans { $path } : hors du registre, à sauvegarder à part

# Importation

# Réparation
repair-sound = { $copy } : { $head }, sans défaut
repair-faulty = { $copy } : { $head }; { $fault }
repair-equal = les deux copies sont saines et disent la même chose : rien n’est à réparer
repair-choose = rien n’a changé; --from twin ou --from store dit laquelle des deux copies est juste
repair-needed = les deux copies ne s’accordent pas
repair-aside = l’autre copie a été mise de côté : { $path }

# Rapprochement
figure-target = cible
figure-delivered = réalisé
figure-percent = pourcentage
reconcile-line = ligne { $line }
reconcile-printed = { $figure } : imprimé { $shown } — { $verdict }
reconcile-computed = d’après les inscriptions : { $computed }
reconcile-theirs = d’après les nombres imprimés : { $computed }
reconcile-agrees = { $count ->
    [one] { $count } concorde
   *[other] { $count } concordent
}
reconcile-differs = { $count ->
    [one] { $count } diffère
   *[other] { $count } diffèrent
}
reconcile-unchecked = { $count ->
    [one] { $count } ne se compare pas
   *[other] { $count } ne se comparent pas
}
reckoning-ratio = { $above } ÷ { $below } = { $percent }
reckoning-mean = moyenne de { $count } pourcentages = { $percent }
place-row = tableau
place-group = tableau, groupe
place-text = texte
verdict-agrees = concorde
verdict-differs = diffère
verdict-unchecked = ne se compare pas

### Comparison
compare-later = --compare est la date la plus récente : le tableau est au { $newer }, à côté du { $older }
points = { $number } points
comparison-title = { $plan } — au { $day }, à côté du { $before }
comparison-rule-changed = † la règle de calcul a changé entre les deux dates; les deux colonnes suivent la plus récente
comparison-target-revised = ‡ { $label } : cible { $before }, puis { $now } depuis le { $since } ({ $reason })
column-change = Variation
comparison-narrow = Un terminal plus large (100 colonnes) montre aussi les cibles et tous les pourcentages.
no-target = sans cible
no-reason = sans motif

### Inscriptions et valeurs
event-not-a-day = une date s’écrit AAAA-MM-JJ et doit exister au calendrier
event-end-before-start = la fin précède le début
event-moment = un moment s’écrit AAAA-MM-JJTHH:MM:SS.ffffffZ
event-hash = une empreinte compte 64 chiffres hexadécimaux, en minuscules
event-entry-id = « { $typed } » n’est pas l’identifiant d’une inscription, un UUID de version 7 en minuscules
event-body-id = « { $typed } » n’est pas un identifiant du répertoire
    .hint = on écrit organisation/…, project/…, deliverable/… ou person/UUID, en 64 caractères au plus : a-z, 0-9 et -
event-currency = « { $typed } » n’est pas une monnaie d’ISO 4217, comme CAD ou EUR
event-amount = « { $amount } » n’est pas un montant en { $currency } : { $digits ->
        [0] sans décimale
        [one] avec 1 décimale
       *[other] avec { $digits } décimales
    }, et 18 chiffres au plus avant
event-control = le texte contient le caractère de commande { $code }, qui ne s’imprime pas
event-turns = le texte contient le signe { $code }, qui retourne le sens de l’écriture et fait passer un nom pour un autre; retaper le texte sans lui
event-empty = le texte est vide
event-too-long = le texte compte { $length } caractères; la limite est de { $limit }
event-form = octet { $byte } : { $cause }
event-too-large = l’inscription fait { $bytes } octets; la limite est de { $limit }
    .hint = raccourcir les textes, ou garder le détail dans une pièce justificative
event-member = { $part } : le membre « { $name } » manque, est inconnu ou n’est pas de la forme attendue
misspelt-utf8 = ce n’est pas de l’UTF-8
misspelt-trailing = quelque chose suit la fin de l’objet
misspelt-null = null n’est pas permis
misspelt-value = une valeur est attendue
misspelt-object = un objet est attendu
misspelt-comma = une virgule ou la fin est attendue
misspelt-name = un nom s’écrit avec a-z, 0-9 et _
misspelt-order = les noms ne sont pas dans l’ordre, ou l’un revient deux fois
misspelt-colon = un deux-points est attendu
misspelt-array = un tableau est attendu
misspelt-depth = les niveaux sont trop nombreux
misspelt-integer = ce nombre entier n’est pas dans sa seule écriture permise
misspelt-fraction = les fractions et les exposants ne sont pas permis
misspelt-large = le nombre entier dépasse ±(2^53−1)
misspelt-string = un texte entre guillemets est attendu
misspelt-control = les caractères de commande sont interdits, sauf le saut de ligne
misspelt-unescaped = un caractère de commande n’est pas échappé
misspelt-unended = le texte ne se termine pas
misspelt-escape = l’échappement n’est pas le plus court

### Champs d’une activité
field-known = { $field } ({ $label }) : { $trouble }
field-unknown = { $field } : ce type n’a pas ce champ; il a { $near }
field-no-fields = { $field } : ce type n’a aucun champ
field-retired = n’est plus au catalogue; ne pas le donner
field-missing = est obligatoire et n’est pas donné
field-wrong-kind = doit être { $expected }
field-decimals = { $decimals ->
        [0] doit être un nombre entier
        [one] doit avoir exactement 1 décimale
       *[other] doit avoir exactement { $decimals } décimales
    }
field-foreign = est en { $currency }, et le registre est en { $ledger } : donner le montant en { $ledger }, ou la conversion avec son taux, sa date et sa source
field-not-a-choice = « { $word } » n’est pas un des choix : { $choices }
field-unknown-body = le répertoire n’a pas « { $body } »; { $count ->
        [0] l’ajouter d’abord au répertoire
       *[other] ce qui s’en approche : { $near }
    }
field-other-body = « { $body } » ne convient pas : le champ désigne { $kinds }
field-negative = se compte, et n’est donc pas sous zéro; ce qui est inscrit en trop se rectifie là où c’est inscrit
field-repeated = une même valeur revient deux fois
field-items = { $count ->
        [0] au moins une valeur est attendue
       *[other] { $count } valeurs; la limite est de { $limit }
    }
field-text = { $length ->
        [0] le texte est vide
       *[other] { $length } caractères, sans espace au début ni à la fin; la limite est de { $limit }
    }
value-text = un texte
value-yesno = oui ou non
value-count = un nombre entier
value-decimal = un nombre
value-money = un montant avec sa monnaie
value-date = une date, AAAA-MM-JJ
value-choice = un des mots du catalogue
value-reference = un identifiant du répertoire, comme organisation/…
value-sealed = une valeur scellée
body-organisation = une organisation
body-project = un projet
body-deliverable = un livrable
body-person = une personne
body-word-organisation = organisation
body-word-project = projet
body-word-deliverable = livrable
body-word-person = personne
or = { $one } ou { $other }

### Refus du registre
refused-unknown-type = le catalogue n’a pas de type d’activité « { $typed } »
    .hint = { $count ->
            [0] « jalon note » garde un texte dont le type n’est pas encore connu
            [one] le plus proche : { $near }
           *[other] les plus proches : { $near }
        }
refused-two-indicators = plusieurs indicateurs s’appellent « { $typed } »
    .hint = nommer l’un d’eux : { $near }
refused-two-types = plusieurs types d’activité s’appellent « { $typed } »
    .hint = nommer l’un d’eux : { $near }
refused-fields = { $count ->
        [one] un champ de « { $kind } » est à revoir; rien n’est inscrit
       *[other] { $count } champs de « { $kind } » sont à revoir; rien n’est inscrit
    }
refused-unknown-body = le répertoire n’a pas « { $typed } »
body-register = l’ajouter d’abord : jalon répertoire NOM { $kind }
body-list = « jalon répertoire » liste ce qui y est
    .page = la page Répertoire montre ce qui y est
body-new = l’inscrire avec l’activité en ajoutant { $new }, ou l’ajouter d’abord : jalon répertoire NOM { $kind }
body-any-kind = { $flag } SORTE
refused-known-body = le répertoire a déjà « { $body } »
    .hint = le changer : jalon répertoire NOM --change
refused-other-kind = « { $gone } » et « { $kept } » ne sont pas de la même sorte et ne peuvent pas être réunis
refused-same-body = « { $gone } » et « { $kept } » sont déjà réunis
refused-one-body = « { $body } » n’est déjà qu’un seul nom
    .hint = « jalon montrer { $body } » dit ce qui lui est réuni; nommer deux noms différents
refused-merged-already = « { $gone } » est déjà réuni à « { $into } »
    .hint = réunir plutôt « { $into } », ou retirer d’abord la réunion précédente (jalon retirer)
refused-unknown-entry = il n’y a pas d’inscription « { $typed } »
    .hint = « jalon journal » les montre avec leur numéro
    .page = le journal les montre avec leur numéro
refused-not-original = « { $given } » est une rectification; nommer l’inscription d’origine, nº { $original }
refused-not-an-activity = l’inscription nº { $entry } est un total publié; nommer une activité
refused-not-a-total = l’inscription nº { $entry } est une activité; nommer un total publié
refused-part-of-itself = l’activité nº { $entry } ne peut pas faire partie d’elle-même; nommer la plus grande
refused-withdrawn = l’inscription nº { $entry } est retirée, et un retrait est définitif
    .hint = inscrire l’activité de nouveau, si elle a eu lieu
refused-changed = l’inscription nº { $entry } a changé entre-temps : le nº { $by } vaut maintenant
    .hint = « jalon montrer { $entry } » montre ses versions; regarder la dernière, puis recommencer
    .page = relire la dernière version, puis recommencer
refused-nothing-changes = la rectification ne change rien
refused-id-taken = l’identifiant { $id } désigne déjà une autre inscription
    .hint = un identifiant ne sert qu’une fois; l’omettre, et le registre en donne un
refused-not-planned = l’inscription nº { $entry } n’est pas prévue; il n’y a rien à confirmer
refused-too-early = l’inscription nº { $entry } pourra être confirmée à partir du { $day }
refused-own-version = personne n’approuve ni ne rejette ce qu’il a lui-même inscrit
    .hint = une autre personne doit le faire, depuis son propre compte
refused-no-reason = il faut donner une raison
    .hint = ajouter --reason "…"
    .page = l’écrire dans le formulaire
refused-long-reason = la raison compte { $length } caractères; la limite est de { $limit }
refused-unknown-indicator = il n’y a pas d’indicateur « { $typed } »
    .hint = { $count ->
            [0] « jalon tableau --format json » donne leurs identifiants
            [one] le plus proche : { $near }
           *[other] les plus proches : { $near }
        }
refused-total-number = le total de « { $indicator } » doit être un nombre dans son unité, comme « 37 »; ce qui se compte est entier et n’est pas sous zéro
refused-total-money = le total de « { $indicator } » doit être un montant en { $currency }
refused-overlap = la période { $period } chevauche celle du total nº { $total }, { $other }, sans la contenir
    .hint = deux totaux d’un indicateur se suivent, ou l’un contient l’autre
refused-future = un total ne peut pas être publié pour le { $day }, qui n’est pas encore venu
refused-plan-day = le plan « { $plan } » ne dit pas à partir de quel jour il est en vigueur
    .hint = ajouter « inforce = AAAA-MM-JJ » en tête du fichier
refused-plan-label = le plan « { $plan } » n’a pas de nom
    .hint = ajouter « label = {"{"} fr = "…", en = "…" {"}"} » en tête du fichier
refused-other-plan = « { $id } » est déjà défini par le plan « { $plan } »; choisir un autre identifiant
refused-defined-twice = le plan définit deux fois { $kind } « { $id } »; un identifiant ne sert qu’une fois, quel que soit le fichier ou le groupe
refused-long-type = le nom du type « { $typed } » est trop long sous le préfixe du registre; { $room } caractères au plus
refused-unreadable = « { $indicator } » lit « { $path } », que « { $kind } » n’a pas ou garde scellé; nommer un autre champ
refused-not-a-row = la moyenne du groupe « { $group } » nomme « { $id } », qui n’est pas un indicateur de ce groupe
refused-field-changes = le champ « { $field } » de « { $kind } » change de sorte, de décimales, de choix ou de ce qu’il désigne
    .hint = ce qui est inscrit garde son sens : ajouter un nouveau champ et retirer l’ancien (retired = true)
refused-field-dropped = le champ « { $field } » de « { $kind } » ne peut pas disparaître
    .hint = le garder avec retired = true
refused-field-required = le champ « { $field } » de « { $kind } » ne peut pas devenir obligatoire : des inscriptions plus anciennes ne l’ont pas
refused-plan-unchanged = le plan est déjà adopté tel quel; rien ne change
refused-imported = ce fichier est déjà importé (nº { $batch }), et des lignes n’y ont pas d’identifiant (id) : elles seraient inscrites deux fois
    .hint = donner un identifiant à chaque ligne, ou retirer d’abord cette importation : jalon retirer { $batch } --reason "…"
    .page = donner un identifiant à chaque ligne, ou retirer d’abord cette importation, depuis sa page
refused-batch-differs = l’importation inachevée { $batch } devait apporter { $rows } inscriptions, et le fichier en apporte maintenant { $now }
    .hint = la retirer (jalon retirer { $batch } --reason "…"), puis importer de nouveau le fichier
    .page = la retirer depuis sa page, puis importer de nouveau le fichier
refused-clock = l’horloge dit le { $now }, mais la dernière inscription est du { $last }
    .hint = mettre l’horloge de l’ordinateur à l’heure, ou ajouter --accept-clock si elle est juste
desk-entry = l’inscription nº { $sequence } ne se lit pas : { $cause }
    .hint = « jalon réparer » compare les deux copies

### Plans
plan-body = { $spot }: { $cause }
plan-syntax = ce n’est pas du TOML
plan-syntax-twice = cette clé y est déjà; n’en garder qu’une
plan-syntax-text = ce texte n’est pas écrit comme il se doit en TOML; l’ouvrir et le fermer par un guillemet droit, "…", et doubler chaque barre oblique inverse
plan-syntax-unquoted = un texte se met entre guillemets droits, "…"
plan-syntax-date = cette date n’existe pas ou n’est pas de la forme AAAA-MM-JJ
plan-syntax-number = ce nombre n’est pas écrit comme en TOML; l’écrire en chiffres, comme 12 ou "53.24"
plan-syntax-braces = cette accolade n’est pas fermée, ou il y manque une virgule; écrire par exemple {"{"} fr = "…", en = "…" {"}"} sur une ligne
plan-syntax-array = ce crochet n’est pas fermé, ou il y manque une virgule; écrire par exemple ["a", "b"]
plan-syntax-head = ce titre n’est pas fermé; écrire par exemple [[type]] ou [columns]
plan-syntax-assignment = il faut ici une clé, un signe égal et une valeur, comme plan = "essai"
plan-syntax-key = ce n’est pas une clé; elle s’écrit avec a-z, 0-9, - et _
plan-unknown-name = « { $name } » n’est pas un nom connu ici
plan-unknown-word = « { $word } » n’est pas un des mots permis ici
plan-known = on peut écrire : { $known }
plan-missing = il manque « { $name } »; l’ajouter
plan-twice = « { $name } » y est deux fois; n’en garder qu’un
plan-wanted-text = il faut ici un texte entre guillemets, "…"
plan-wanted-truth = il faut ici true ou false, sans guillemets
plan-wanted-whole = il faut ici un nombre entier, sans signe ni guillemets, comme 2
plan-wanted-number = il faut ici un nombre en chiffres, avec un point devant les décimales, comme 12 ou "53.24"
plan-wanted-day = il faut ici un jour qui existe, AAAA-MM-JJ
plan-wanted-array = il faut ici des valeurs entre crochets, comme ["a", "b"]
plan-wanted-table = il faut ici plusieurs noms avec leurs valeurs, entre accolades ou sous un titre entre crochets
plan-wanted-words = il faut ici un texte par langue, {"{"} fr = "…", en = "…" {"}"}
plan-wanted-name = il faut ici un nom, "…" ou {"{"} fr = "…", en = "…" {"}"}
plan-wanted-values = il faut ici des textes, chacun par son nom, comme sector = "…" ou sector = ["…", "…"]
plan-wanted-condition = une condition a « path » et une seule épreuve parmi is, isnot, list, notlist, atleast, min, max et yes
plan-country = « { $typed } » n’est pas le code d’un pays, deux lettres selon ISO 3166-1, comme CA
    .hint = { $count ->
            [0] chercher le code du pays dans la norme, ou omettre « country »
            [one] le plus proche : { $near }
           *[other] les plus proches : { $near }
        }
plan-shape = ce qui est écrit ici ne convient pas
plan-id = « { $typed } » n’est pas un identifiant : a-z, 0-9 et -, 64 caractères au plus
plan-type-name = « { $typed } » n’est pas un nom de type, comme newsletter.sent
plan-long-type = le nom du type « { $typed } » est trop long sous le préfixe du registre; { $room } caractères au plus
plan-id-twice = { $kind } « { $id } » apparaît deux fois; un identifiant ne sert qu’une fois, quel que soit le fichier ou le groupe
plan-no-keys = le type ne nomme aucun champ par lequel il ferme des ouvertures; nommer les champs qui doivent être égaux (keys)
plan-no-members = la liste « { $typed } » n’a pas de membres
plan-no-rows = le groupe « { $typed } » n’a pas d’indicateurs
plan-field-name = « { $typed } » n’est pas un nom de champ : a-z, 0-9 et _, et pas « subject »
plan-field-twice = le champ « { $typed } » revient deux fois
plan-no-choices = le champ « { $typed } » est un choix et n’a aucun mot à choisir
plan-choice-word = « { $typed } » n’est pas un mot de choix : a-z, 0-9, - et _
plan-unknown-type = il n’y a pas de type d’activité « { $typed } », ni dans ces fichiers ni dans le registre
    .hint = { $count ->
            [0] définir le type dans le plan
            [one] le plus proche : { $near }
           *[other] les plus proches : { $near }
        }
plan-unknown-field = « { $kind } » n’a pas de champ « { $field } »; { $count ->
        [0] il n’a aucun champ
       *[other] il a { $near }
    }
plan-unknown-list = il n’y a pas de liste « { $typed } »
plan-unknown-indicator = il n’y a pas d’indicateur « { $typed } » dans ces fichiers
plan-not-a-date = « { $typed } » n’est pas un champ de ce type qui contient une seule date
plan-not-a-row = « { $typed } » n’est pas un indicateur de ce groupe
plan-share = une part a besoin de deux indicateurs; « { $key } » manque
plan-no-source = la règle ne dit pas de quel type d’activité elle part (from)
plan-no-key = un nombre de différents a besoin d’une clé (key)
plan-no-field = cette sorte de règle ({ $rule }) a besoin d’un champ (field)
plan-wrong-field = le champ « { $field } » tient { $holds } et ne peut pas donner la valeur de cette règle ({ $rule })
plan-wrong-money = le champ « { $field } » est un montant, et l’indicateur ne nomme pas de monnaie (currency)
plan-sealed = le champ « { $field } » est scellé; aucun indicateur ne peut le lire
plan-no-reference = le champ « { $field } » ne désigne rien au répertoire; « { $path } » n’a donc pas de sens
plan-not-a-choice = « { $word } » n’est pas un choix de « { $field } » : { $choices }
definition-shape = la définition n’est pas de la forme du format 1 : { $cause }
definition-value = la définition contient ce qu’aucune inscription ne peut contenir

### Calcul des valeurs
ruling-no-plan-yet = aucun plan n’était adopté alors
    .hint = demander un --known-at plus tardif : l’inscription nº { $entry } adopte le premier plan
    .page = demander un moment plus tardif : l’inscription nº { $entry } adopte le premier plan
ruling-no-plan = aucun plan n’est adopté
    .hint = « jalon plan PLAN.toml » en adopte un
ruling-unknown-plan = il n’y a pas de plan « { $typed } »
    .hint = il y a { $near }
ruling-unknown-version = le plan « { $plan } » n’a pas de version { $version }; la dernière est la version { $last }
ruling-not-then = la version { $version } du plan « { $plan } » n’est pas celle en vigueur au { $day } : c’est la version { $rules }
ruling-not-in-force = le plan « { $plan } » n’est en vigueur qu’à partir du { $day }
    .hint = demander une date, ou un exercice, à partir de ce jour
replay-misfit = l’inscription nº { $sequence } ({ $kind }) ne s’explique pas par celles d’avant : { $cause }
    .hint = « jalon réparer » compare les deux copies
misfit-not-next = son numéro n’est pas le suivant, { $next }
misfit-not-linked = elle ne nomme pas l’empreinte de celle d’avant; l’une des deux a été changée
misfit-unknown-type = cette version du programme ne connaît pas ce type
misfit-second-opening = seule l’inscription nº 0 ouvre un registre
misfit-format = cette version du programme ne connaît pas le format { $format }
misfit-zone = cette version du programme ne connaît pas le fuseau horaire « { $zone } »
misfit-data = ses données ne sont pas de la forme du format 1
misfit-member = son membre « { $name } » manque ou n’est pas de la forme du format 1
misfit-not-a-definition = elle nomme l’inscription nº { $sequence }, qui n’est pas une définition
misfit-absent = elle porte sur { $id }, qui n’est pas là
misfit-not-original = elle nomme la rectification { $id } au lieu de l’inscription d’origine
misfit-no-version = elle porte sur la version { $hash }, qui n’est pas là
misfit-calendar = elle a été inscrite hors du calendrier

### Copies du registre
log-missing = il n’y a pas de registre dans { $dir }
    .hint = --ledger DOSSIER en nomme un autre; « jalon ouvrir » en ouvre un; « jalon demo » montre un exemple
log-exists = il y a déjà un registre dans { $dir }
    .hint = nommer un autre dossier (--ledger)
log-held = un autre programme tient le registre : processus { $pid }, depuis le { $since }
    .hint = attendre qu’il ait fini, puis recommencer; la lecture reste possible
log-held-unknown = un autre programme tient le registre
    .hint = attendre qu’il ait fini, puis recommencer; la lecture reste possible
log-read-only-folder = le dossier { $dir } est en lecture seule : { $cause }
    .hint = rien n’est écrit; demander le droit d’écrire dans ce dossier
log-read-only = le registre est ouvert en lecture seule
log-stopped = une écriture a échoué; plus rien n’est écrit avant une nouvelle ouverture du registre
log-refused = la ligne nº { $sequence } ne peut pas être ajoutée : { $cause }
log-damaged-lines = le registre est endommagé : { $cause }
    .hint = « jalon réparer » compare les deux copies; « jalon réparer --from store » refait les lignes d’après la base
log-damaged-store = le registre est endommagé : { $cause }
    .hint = « jalon réparer » compare les deux copies; « jalon réparer --from twin » refait la base d’après les lignes
log-damaged-either = le registre est endommagé : { $cause } (lines/ : { $twin }; store/ : { $store })
    .hint = « jalon réparer » montre les deux copies; « --from twin » garde les lignes, « --from store » garde la base
log-head = { $size ->
        [one] { $size } inscription
       *[other] { $size } inscriptions
    }
log-head-unknown = ne se lit pas
log-store = la base ne répond plus : { $cause }
log-unfinished = { $cause }
    .hint = ce qui était à inscrire l’est peut-être quand même : regarder avec « jalon journal » avant de l’inscrire de nouveau
log-full = { $cause }
    .hint = libérer de la place sur ce disque; « jalon journal » montre ensuite si c’est inscrit
action-create = impossible de créer { $path } : { $cause }
action-open = impossible d’ouvrir { $path } : { $cause }
action-read = impossible de lire { $path } : { $cause }
action-write = impossible d’écrire { $path } : { $cause }
action-sync = impossible de mettre { $path } à l’abri sur le disque : { $cause }
action-move = impossible de déplacer { $path } : { $cause }
action-remove = impossible d’effacer { $path } : { $cause }
action-lock = impossible de réserver { $path } : { $cause }
damage-twin-missing = le dossier lines/ manque
damage-twin-gap = lines/ continue au nº { $found } alors que le nº { $expected } est attendu
damage-twin-broken = la ligne nº { $sequence } de lines/ ne continue pas la chaîne : { $cause }
damage-store-missing = le dossier store/ manque
damage-store-longer = store/ a plus d’inscriptions que lines/
damage-differs = lines/ et store/ diffèrent au nº { $sequence }
damage-store-chain = l’inscription nº { $sequence } de store/ ne continue pas la chaîne : { $cause }
damage-store-block = le bloc nº { $sequence } de store/ ne se lit pas : { $cause }
damage-store-unusable = store/ ne s’ouvre pas : { $cause }
damage-store-doubtful = store/ a déjà échoué et n’est pas rouvert (noté alors : { $cause })
link-empty = elle est vide
link-too-long = elle fait { $bytes } octets; la limite est de { $limit }
link-line-feed = elle contient un saut de ligne
link-unlinked = elle ne nomme pas la ligne d’avant
link-misplaced = elle ne suit pas la ligne d’avant
block-short = il est trop court
block-format = cette version du programme ne connaît pas son format, { $format }
block-parts = il a { $found } parties au lieu de { $expected }
block-key = sa clé n’est pas celle d’un bloc
block-gap = il est attendu au nº { $expected }
block-packed = il ne se décomprime pas : { $cause }
block-lines = ses lignes ne répondent pas à son en-tête
store-panicked = elle s’est arrêtée sans prévenir : { $words }
store-reported = elle dit : { $words }
store-not-durable = son fichier n’a pas pu être mis à l’abri sur le disque : { $cause }
store-full = le disque est plein
store-in-use = ses fichiers servent encore ailleurs

### Fichiers et clés
file-cannot = { $path }: { $cause }
io-not-found = le fichier n’existe pas
io-denied = l’accès est refusé
io-exists = il existe déjà
io-folder = c’est un dossier
io-not-folder = ce n’est pas un dossier
io-read-only = le disque est en lecture seule
io-full = le disque est plein
io-not-text = ce n’est pas un texte en UTF-8
io-other = le système dit : { $words }
key-name = « { $typed } » ne peut pas nommer une clé : vide, ou avec une espace ou un +
key-random = le système ne donne pas de hasard pour la clé : { $words }
key-file = le fichier de clé n’est pas tel qu’il a été écrit
bundle-place = { $place }: { $cause }
bundle-recorder = { $place }: l’auteur n’est pas user/UUID
bundle-days = { $place }: ses jours manquent ou ne sont pas dans l’ordre
bundle-no-id-left = { $place }: ids.jsonl n’a plus d’identifiant pour cette inscription
bundle-no-id = { $place }: la ligne n’a pas d’identifiant (id)
bundle-no-time = { $place }: la ligne ne dit pas quand elle a été inscrite (recordedtime)

### Arguments des commandes
usage-pair = « { $typed } » n’est pas de la forme NOM=VALEUR
usage-days = { $body } : { $cause }
usage-known = « { $typed } » n’est ni une date, ni un moment, ni un numéro d’inscription
    .hint = écrire par exemple 2026-06-30, 2026-06, FY2026, 2026-06-30T12:00Z, 2026-06-30T12:00:00-04:00 ou 735
usage-no-offset = « { $typed } » ne dit pas dans quel fuseau; ajouter le décalage, comme 2026-06-30T12:00-04:00, ou Z pour le temps universel
usage-beyond-last = il n’y a pas encore d’inscription « { $typed } »; la dernière est le nº { $last }
usage-from-after-to = --from ({ $from }) est après --to ({ $to }); rien ne peut se trouver entre les deux
usage-plan = « { $typed } » n’est pas de la forme PLAN ou PLAN@VERSION
usage-source = « { $typed } » n’est pas une adresse absolue, comme https://registre.exemple.org/activites, sans espace, # ni +
usage-prefix = « { $typed } » n’est pas un préfixe comme org.exemple, de 32 caractères au plus
usage-zone = « { $typed } » n’est pas un fuseau horaire de l’IANA, comme America/Toronto
usage-year-end = « { $typed } » n’est pas le dernier jour d’un exercice, MM-JJ
usage-language = « { $typed } » n’est pas une langue de l’interface : fr ou en
usage-total-on = l’inscription nº { $entry } est un total publié; son dernier jour s’écrit to=AAAA-MM-JJ
problem-other-ledger = { $folder } contient un autre registre; rien n’est changé
    .hint = nommer un autre dossier : jalon demo DOSSIER
problem-empty-export = { $path }: le fichier est vide; rien n’est créé
    .hint = donner ce que « jalon exporter jsonl » a imprimé
problem-file-changed = { $path }: le fichier a changé pendant la lecture, et rien n’a été inscrit; l’importer de nouveau quand plus personne n’y écrit
problem-export-changed = { $path }: le fichier a changé pendant la lecture; ce qui a été reposé n’est pas ce qui a été vérifié
    .hint = aucun registre n’a été créé; restaurer d’un fichier dans lequel personne n’écrit
problem-not-made = { $cause }
    .hint = aucun registre n’a été créé dans { $folder } : redonner la même commande une fois la cause levée
problem-not-made-full = { $cause }
    .hint = libérer de la place sur ce disque; redonner ensuite la même commande : aucun registre n’a été créé dans { $folder }
problem-folder-in-use = { $folder } contient autre chose; rien n’est changé
    .hint = nommer un dossier vide ou nouveau : jalon demo DOSSIER
problem-column = { $path }: la colonne « { $column } » manque

### Aide
help-usage = Utilisation :
help-commands = Commandes :
help-arguments = Arguments :
help-options = Options :
help-also = { $about } [aussi : { $names }]
help-aliases = aussi : { $value }
help-choices = valeurs : { $value }
help-default = par défaut : { $value }
help-variable = variable : { $value }
help-value-command = COMMANDE
help-value-ledger = DOSSIER
help-value-folder = DOSSIER
help-value-file = FICHIER
help-value-files = FICHIER
help-value-lang = LANGUE
help-value-format = FORMAT
help-value-source = ADRESSE
help-value-prefix = PRÉFIXE
help-value-zone = FUSEAU
help-value-year-end = MM-JJ
help-value-currency = MONNAIE
help-value-kind = TYPE
help-value-body-kind = SORTE
help-value-name-value = NOM=VALEUR
help-value-on = QUAND
help-value-subject = IDENTIFIANT
help-value-note = TEXTE
help-value-entry = INSCRIPTION
help-value-type = TYPE
help-value-reason = RAISON
help-value-replaces = EMPREINTE
help-value-version = EMPREINTE
help-value-correction = IDENTIFIANT
help-value-text = TEXTE
help-value-with = IDENTIFIANT
help-value-from = VALEUR
help-value-to = DATE
help-value-as-at = DATE
help-value-known-at = QUAND
help-value-plan = PLAN
help-value-indicator = INDICATEUR
help-value-what = FORMAT
help-jalon = Un registre d’activités : inscrire ce qui est fait, tirer le tableau des indicateurs à n’importe quelle date, montrer d’où vient chaque valeur.
help-arg-ledger = Le dossier du registre
help-arg-lang = La langue, fr ou en; sinon celle du système
help-arg-format = Du texte à lire, ou du JSON pour un programme
help-arg-help = Affiche cette aide
help-arg-version = Affiche la version
help-arg-accept-clock = Inscrit même si l’horloge est loin de la dernière inscription; le registre le note
help-demo = Pose un registre de démonstration et affiche son tableau
help-demo-folder = Le dossier; sinon celui que nomme --ledger. Un registre qui s’y trouve n’est jamais remplacé
help-init = Ouvre un nouveau registre
help-init-source = L’adresse (URI) du registre, comme https://registre.exemple.org/activites
help-init-prefix = Le préfixe de ses types d’activité, un nom de domaine à l’envers comme org.exemple
help-init-zone = Le fuseau horaire de ses jours, selon l’IANA; sinon celui du système
help-init-year-end = Le dernier jour de son exercice
help-init-currency = Sa monnaie, selon ISO 4217
help-plan = Vérifie des fichiers de plan et adopte ce qui change
help-plan-files = Des fichiers TOML : un catalogue, un plan, ou les deux en un; lus comme un seul
help-register = Liste le répertoire, y ajoute un nom, change ce qu’on en sait, ou dit que deux noms n’en font qu’un
help-import = Inscrit d’un coup les activités et les totaux publiés d’un fichier
help-import-files = Des fichiers lus comme un seul : des classeurs (.xlsx), .csv, .tsv et .txt comme CSV, tout autre comme JSON Lines
help-import-kind = Le type de toutes les lignes d’un fichier sans colonne qui le dise
help-import-dry-run = Tout vérifier et dire de chaque ligne ce qu’elle deviendrait, sans rien écrire
help-record = Inscrit une activité
help-record-kind = Son type, par son nom ou par les mots que l’on emploie
help-record-fields = Ses champs; plusieurs valeurs se séparent par des points-virgules
help-record-on = Quand : 2023-09-27, 2023-09, FY2024 (l’exercice qui finit en 2024), ou deux de ceux-ci avec .. entre eux; aujourd’hui sinon
help-record-planned = Garde une période qui finit plus tard : l’activité est prévue
help-record-subject = Ce sur quoi elle porte, par son identifiant du répertoire
help-record-note = Une remarque
help-correct = Inscrit une autre version d’une activité ou d’un total publié
help-correct-fields = Les champs qui changent; « NOM= » seul retire le champ. D’un total : value, to, from, note
help-correct-on = Quand elle a eu lieu en réalité
help-correct-subject = Ce sur quoi elle porte en réalité, par son identifiant du répertoire
help-correct-note = Une autre remarque; une remarque vide la retire
help-correct-replaces = L’empreinte de la version que l’on rectifie, selon « jalon montrer »; refusé si une autre vaut depuis
help-arg-entry = L’inscription, par son numéro ou son identifiant
help-arg-reason = Pourquoi
help-withdraw = Retire une inscription, ou une seule de ses rectifications
help-withdraw-correction = Seulement cette rectification, par son numéro ou son identifiant
help-confirm = Dit qu’une activité prévue a eu lieu
help-approve = Approuve la version qui vaut d’une inscription
help-reject = Rejette la version qui vaut d’une inscription
help-approve-version = L’empreinte de la version que l’on a vue, selon « jalon montrer »; refusé si une autre vaut depuis
help-reject-version = L’empreinte de la version que l’on a vue, selon « jalon montrer »; refusé si une autre vaut depuis
help-note = Garde un texte dont le type n’est pas encore connu
help-note-text = Le texte; il ne compte nulle part tant qu’il n’a pas de type
help-note-on = Quand cela a eu lieu
help-journal = Liste les activités et les totaux publiés
help-journal-kind = Seulement ceux de ce type
help-journal-with = Seulement les inscriptions qui nomment ce projet ou ce partenaire, par son identifiant ou son nom
help-journal-from = Seulement ce qui a eu lieu à partir de ce jour; d’une période, le premier
help-journal-to = Seulement ce qui a eu lieu jusqu’à ce jour; d’une période, le dernier
help-journal-text = Seulement ce qui contient ces mots
help-show = Montre une inscription avec toutes ses versions, ou ce qu’on sait d’un nom du répertoire
help-show-entry = L’inscription, par son numéro ou son identifiant; ou un nom du répertoire
help-kpi = Affiche le tableau des indicateurs
help-kpi-with = Seulement les inscriptions qui nomment ce projet ou ce partenaire, par son identifiant ou son nom
help-arg-as-at = La date : un jour, ou une période dont le dernier jour vaut, comme 2024-03-31, 2024-03 ou FY2024; aujourd’hui sinon
help-arg-known-at = D’après les inscriptions faites jusqu’à la fin d’un jour ou d’une période, jusqu’à un moment (2026-06-30T12:00-04:00) ou jusqu’à un numéro
help-arg-plan = Un plan, PLAN ou PLAN@VERSION; sinon le premier adopté
help-explain = Montre de quoi une valeur est faite
help-explain-indicator = L’identifiant ou le libellé de l’indicateur
help-explain-with = Seulement les inscriptions qui nomment ce projet ou ce partenaire, par son identifiant ou son nom
help-reconcile = Dit ce qui est à régler avant d’imprimer : une ébauche ou un rapport à côté des inscriptions et de lui-même
help-reconcile-files = Ce qui est imprimé ou va l’être : un classeur ou un CSV à colonnes nommées, un tableau d’indicateurs, un texte (.md, .txt); plusieurs sont pris ensemble
help-reconcile-out = Le fichier où écrire la liste à régler, en .md ou .xlsx (avec des colonnes à remplir)
help-reconcile-all = Montre aussi ce qui concorde
help-rebuild = Refait ce qui est tiré des inscriptions : l’abrégé et l’index
help-rebuild-drop = L’enlever seulement; cela se refait quand il le faut
help-repair = Refait une copie d’un registre endommagé d’après l’autre
help-repair-from = La copie à garder : twin, les lignes, ou store, la base; sans elle, rien ne change
help-restore = Repose un registre d’après son exportation
help-restore-file = Ce que « jalon exporter jsonl » a donné
help-export = Donne les inscriptions telles qu’elles sont gardées
help-export-what = jsonl : une inscription par ligne, à l’octet près
help-help = Dit comment une commande s’utilise
help-help-command = La commande; toutes, sinon

### Arguments illisibles
misuse-command = il n’y a pas de commande « { $typed } »
misuse-argument = l’argument « { $argument } » n’existe pas ici
misuse-nearest = { $count ->
    [one] le plus proche : { $near }
   *[other] les plus proches : { $near }
}
misuse-missing = il manque { $argument }
misuse-no-value = { $argument } attend une valeur
misuse-choice = « { $value } » ne convient pas à { $argument }
    .hint = valeurs possibles : { $valid }
misuse-value = « { $value } » ne convient pas à { $argument } : { $cause }
misuse-value-said = { $argument } : { $cause }
misuse-conflict = { $argument } ne va pas avec { $other }
misuse-twice = { $argument } est donné deux fois; le donner une fois
misuse-values = { $argument } n’a pas le bon nombre de valeurs
misuse-utf8 = un argument n’est pas un texte en UTF-8
misuse-more = « { $command } --help » en dit plus

### typed
typed-or = ou
typed-field = { $field } : { $problem }
typed-empty = rien n’est écrit; l’écrire, ou laisser le champ de côté
typed-decimal = { $whole },{ $fraction }
typed-date-empty = la date est vide; écrire par exemple 2023-09-27, 2023-09, 2023, FY2024, ou deux dates avec .. entre elles
typed-date-unknown = « { $typed } » n’est pas une date; écrire par exemple 2023-09-27, 27 septembre 2023, 2023-09, 2023, FY2024 (l’exercice qui finit en 2024), ou deux dates avec .. entre elles
typed-date-relative = « { $typed } » sera un autre jour demain; dans un fichier, écrire le jour lui-même, par exemple 2023-09-27
typed-date-no-such-day = la date « { $typed } » n’existe pas; le dernier jour de ce mois est le { $last }
typed-date-not-in-calendar = la date « { $typed } » n’existe pas dans le calendrier; écrire un jour qui existe, par exemple 2023-09-27
typed-date-two-readings = « { $typed } » se lit de plusieurs façons : { $readings }; écrire celle qui est voulue sous la forme AAAA-MM-JJ
typed-date-end-before-start = « { $typed } » finit ({ $to }) avant de commencer ({ $from }); corriger l’une des deux dates
typed-date-not-a-fiscal-year = « { $typed } » n’est pas un exercice de ce registre; pour tous les jours de ces années, écrire { $first }..{ $last }
typed-date-no-year = il manque l’année à « { $typed } »; l’ajouter, par exemple 27 septembre 2023
typed-date-other-weekday = « { $typed } » : le { $day } tombe un autre jour de la semaine; corriger la date ou enlever le jour de la semaine
typed-date-not-one-day = « { $typed } » dure plus d’un jour; écrire un seul jour, par exemple 2023-09-27
typed-number-none = « { $typed } » n’est pas un nombre; l’écrire en chiffres, par exemple 4 200 000,50
typed-number-not-whole = « { $typed } » n’est pas un nombre entier; il faut ici un nombre sans décimales, par exemple 4
typed-number-percent = « { $typed } » est un pourcentage; il faut ici un nombre
typed-number-money = « { $typed } » est une somme d’argent; il faut ici un nombre seul
typed-number-word = « { $typed } » : « { $word } » ne se comprend pas à côté d’un nombre; l’enlever, ou l’écrire dans une remarque
typed-number-two-readings = { $count ->
    [one] « { $typed } » vaut { $readings } s’il compte des milliers, et s’écrit alors ainsi; sinon, il a trop de décimales, et rien n’est arrondi ici
   *[other] « { $typed } » se lit de deux façons; écrire { $readings }
}
typed-number-decimals = { $decimals ->
    [one] « { $typed } » a plus de { $decimals } décimale; rien n’est arrondi ici
   *[other] « { $typed } » a plus de { $decimals } décimales; rien n’est arrondi ici
}
typed-number-too-large = « { $typed } » est trop grand; la limite est { $limit }
typed-number-foreign = « { $typed } » est en { $currency } et le registre est en { $ledger }; importer ce montant en JSON Lines avec sa conversion en { $ledger } (« converted » : montant, monnaie, taux, source, date)
typed-number-which-currency = « { $typed } » : plusieurs monnaies s’écrivent { $sign }; écrire le code, par exemple USD 1200
typed-body-several = plusieurs s’appellent « { $typed } » : { $bodies }; écrire l’identifiant de celui qui est voulu
typed-body-other-kind = « { $id } » ne convient pas ici; il faut { $kinds }
typed-yes-no = « { $typed } » n’est ni oui ni non; écrire oui ou non
typed-choice = « { $typed } » n’est pas un de ces choix : { $choices }
typed-repeated = « { $typed } » y est deux fois; ne l’écrire qu’une fois
typed-items = { $given } valeurs sont trop; la limite est { $limit }; les répartir sur plusieurs activités
typed-field-unknown = le type « { $kind } » n’a pas de champ « { $typed } »; il a { $near }
typed-field-several = « { $typed } » peut être { $fields }; écrire celui qui est voulu
typed-field-twice = le champ « { $field } » est donné deux fois; ne le donner qu’une fois
typed-field-retired = le champ « { $field } » ne s’emploie plus; l’enlever

### import
import-rows = le fichier a plus de { $limit } lignes; l’importer en plusieurs parties
import-no-rows = aucune ligne d’activité ni de total dans ce fichier; en ajouter
import-id = « { $typed } » n’est pas l’identifiant d’une inscription (un UUID de version 7 en minuscules); l’omettre, et le registre en donne un
import-end-before-start = cela finit ({ $to }) avant de commencer ({ $from }); corriger l’une des deux dates
import-encoding-utf8 = le fichier est en UTF-8, mais cet endroit est abîmé; l’enregistrer de nouveau en UTF-8
import-encoding-not-utf8 = le fichier n’est pas en UTF-8, sans doute en Windows-1252; l’enregistrer de nouveau en UTF-8
import-encoding-utf16 = le fichier est en UTF-16, mais cet endroit est abîmé; l’enregistrer de nouveau en UTF-8
import-encoding-unknown = le fichier n’est dans aucun codage connu (UTF-8, UTF-16, Windows-1252); l’enregistrer de nouveau en UTF-8
import-alike = { $place }: le nº { $entry } dit déjà la même chose
import-alike-more = et { $count ->
    [one] { $count } autre ligne
   *[other] { $count } autres lignes
} de même
import-alike-hint = si c’est la même activité, n’en garder qu’une : enlever la ligne du fichier, ou retirer l’une des deux (jalon retirer NUMÉRO --reason "…")
    .page = si c’est la même activité, n’en garder qu’une : enlever la ligne du fichier, ou retirer l’une des deux depuis sa page
import-twin = { $place }: dit la même chose que { $other }
import-twin-hint = si c’est la même activité, n’en garder qu’une : enlever la ligne du fichier, ou retirer l’une des deux (jalon retirer NUMÉRO --reason "…")
import-counts = { $added ->
    [one] { $added } inscrite
   *[other] { $added } inscrites
}, { $skipped } déjà là
import-would = rien n’est écrit (--dry-run); seraient inscrites : { $added }; déjà là : { $skipped }
import-type = { $count } × { $label } ({ $kind })
import-planned = { $count ->
    [one] { $count } finit après aujourd’hui : elle est prévue et ne compte pas avant d’être confirmée
   *[other] { $count } finissent après aujourd’hui : elles sont prévues et ne comptent pas avant d’être confirmées
}
csv-open-quote = ce guillemet n’est jamais refermé; le refermer, ou l’écrire deux fois s’il fait partie du texte
csv-after-quote = quelque chose suit le guillemet qui ferme; dans une cellule, un guillemet s’écrit deux fois
csv-cells = ce fichier a plus de { $limit } cellules; l’importer en plusieurs parties
csv-empty = le fichier est vide; y écrire une première ligne qui nomme les colonnes, puis une ligne par activité
csv-no-type = aucune colonne « type »; l’ajouter, ou dire le type de toutes les lignes avec --type
csv-type-twice = la colonne « { $head } » et --type disent toutes deux le type; enlever l’une des deux
csv-head = la colonne « { $head } » n’est pas connue; la renommer ou l’enlever
csv-head-two-meanings = la colonne « { $head } » peut être { $column } ou le champ { $field }; écrire « { $column } » ou « { $head } (champ) »
csv-head-twice = la colonne « { $head } » y est deux fois; en enlever une
csv-no-column = un fichier de totaux publiés a besoin de la colonne « { $head } »; l’ajouter
csv-no-head = « { $typed } » n’est sous aucun nom de colonne; nommer la colonne, ou mettre entre guillemets un nombre à virgule
csv-empty-cell = { $head } : la cellule est vide; la remplir
csv-missing = le champ « { $label } » ({ $field }) manque; le type « { $kind } » l’exige; l’ajouter
    .page = le champ « { $label } » manque
csv-date-twice = la date y est deux fois : sous « { $on } » et sous « { $other } »; n’en garder qu’une
csv-no-source = la citation ne nomme pas sa source; l’écrire sous « { $head } »
csv-basis = « { $typed } » n’est pas un de ces mots : firsthand, document, report; écrire l’un d’eux
line-syntax = à partir d’ici, ce n’est pas du JSON; une ligne est un objet, comme {"{"} "type": "…" {"}"}
line-unfinished = la ligne finit au milieu d’une valeur; un objet tient sur une ligne
line-not-an-object = une ligne est un objet, entre accolades
line-twice = « { $member } » y est deux fois; n’en garder qu’un
line-null = « { $member } » est null; ce qui n’est pas là s’omet
line-fraction = « { $member } » n’est pas un nombre entier; un nombre à décimales s’écrit comme un texte, par exemple "53.24"
line-unknown = « { $member } » n’est pas connu; le renommer ou l’enlever
line-missing = il manque « { $member } »; l’ajouter
line-not-text = « { $member } » n’est pas un texte; le mettre entre guillemets
line-shape = « { $member } » n’est pas écrit comme il se doit
line-date = « { $typed } » n’est pas un jour du calendrier, écrit comme 2023-09-27
line-body = « { $typed } » n’est pas un identifiant du répertoire, comme organisation/ocde
line-ref = aucune ligne plus haut ne s’appelle « { $name } » (« ref »)
line-ref-twice = une autre ligne plus haut s’appelle « { $name } » (« ref »)
line-amendment = une importation n’ajoute que des activités et des totaux; ce qui est là se rectifie par « jalon rectifier »
line-recordedtime = une importation ne donne pas « recordedtime » : le registre l’écrit quand il inscrit

### Rules between entries
misstep-own-version = le format 1 ne connaît que la version 1 de ce type
misstep-batch-not-open = elle appartient à une importation qui n’est pas ouverte
misstep-definition = la définition n’est pas de la forme du format 1
misstep-too-many-types = le catalogue a déjà 300 types
misstep-definition-version = la version de la définition n’est pas la suivante
misstep-adoption = l’adoption n’est pas de la forme du format 1
misstep-plan-version = la version du plan n’est pas la suivante
misstep-too-many-indicators = le plan a plus de 500 indicateurs
misstep-not-one-day = son premier et son dernier jour ne sont pas les mêmes
misstep-no-subject = un fait du répertoire nomme son sujet
misstep-subject-kind = le sujet est d’une autre sorte
misstep-registered-twice = le répertoire l’a déjà
misstep-not-registered = le répertoire ne l’a pas
misstep-other-not-registered = le répertoire n’a pas l’autre nom
misstep-not-to-merge = les deux n’en font déjà qu’un, ou sont de deux sortes
misstep-type-prefix = son type n’a pas le préfixe du registre
misstep-type-unknown = son type n’est pas au catalogue
misstep-activity = l’activité n’est pas de la forme du format 1
misstep-subject-unknown = le répertoire n’a pas son sujet
misstep-not-a-part = elle fait partie de ce qui n’est pas une activité
misstep-fields = ses champs ne sont pas ceux de son type
misstep-total-day = son jour n’est pas le dernier de sa période
misstep-period-order = sa période finit avant de commencer
misstep-indicator-unknown = son indicateur n’est pas défini
misstep-no-value = elle n’a pas de valeur
misstep-value-unfit = sa valeur ne convient pas à son indicateur
misstep-names-none = elle ne nomme pas l’inscription sur laquelle elle porte
misstep-not-the-original = elle ne porte pas sur une inscription d’origine
misstep-withdrawn = elle porte sur ce qui est retiré, et un retrait est définitif
misstep-other-version = elle remplace une autre version que celle qui vaut
misstep-no-content = elle n’a pas de contenu
misstep-no-correction = elle ne nomme aucune rectification en vigueur
misstep-not-planned = elle confirme ce qui n’est pas prévu
misstep-too-early = elle confirme avant le jour
misstep-no-version = elle ne nomme aucune version de l’inscription
misstep-own-judge = une version est jugée par qui l’a inscrite
misstep-no-open-note = elle résout ce qui n’est pas une note ouverte
misstep-not-an-activity = une note devient ce qui n’est pas une activité
misstep-no-batch = elle porte sur une importation qui n’est pas là
misstep-batch-ended = l’importation est déjà terminée
misstep-not-a-definition = elle nomme ce qui n’est pas une définition
misstep-defined-twice = elle nomme deux fois une définition, ou deux de ses versions
misstep-target-alone = elle nomme une cible sans son indicateur
misstep-row-unknown = un groupe a une ligne, ou une moyenne d’une ligne, que l’adoption ne nomme pas
misstep-row-twice = un indicateur est deux fois une ligne
misstep-objective-unknown = un groupe relève d’un objectif que l’adoption ne nomme pas
misstep-approval-unknown = elle demande l’approbation d’un type qui n’est pas au catalogue
misstep-type-changes = la version suivante d’un type change le sens d’activités inscrites
misstep-type-name-too-long = le nom du type est trop long sous le préfixe du registre
misstep-reads-unfit = la règle lit un champ scellé ou absent
misstep-merged-already = elle est déjà réunie à une autre
misstep-total-too-early = un total est publié avant son dernier jour
misstep-total-overlaps = sa période chevauche celle d’un total en vigueur sans la contenir
misstep-other-total = la rectification d’un total nomme un autre indicateur ou un sujet
misstep-clock-not-accepted = plus de 400 jours après l’inscription précédente, sans que l’horloge ait été acceptée
misstep-other-clock = ses heures ne sont pas celles de l’inscription précédente et la sienne
misstep-recorder-twice = son auteur est déjà inscrit
misstep-unknown-recorder = son auteur n’est pas encore inscrit
misstep-not-registered-next = l’auteur qui a accepté l’horloge n’est pas inscrit juste après
misstep-same-program = cette version du programme est celle qui écrivait déjà
misstep-other-end = sa taille et son empreinte ne sont pas celles d’une fin du journal avant elle
misstep-half-an-end = la taille et l’empreinte de la copie mise de côté vont ensemble
misstep-batch-again = le fichier a été importé déjà, sans que cela soit retiré
misstep-batch-rows = l’importation a apporté plus ou moins d’inscriptions qu’il ne le dit
misfit-not-opened = seule une ouverture peut être l’inscription nº 0
misfit-opening = elle n’ouvre pas un registre du format 1 : { $cause }
opening-hash = une autre empreinte ou un autre arbre
opening-origin = son origine n’est pas sa source sans le protocole
opening-key = sa clé n’est pas une clé de vérification de son origine
opening-prefix = son préfixe n’est pas un des siens, de 32 caractères au plus
opening-year-end = son exercice n’a pas de dernier jour
opening-currency = une monnaie inconnue
opening-languages = ses langues ne sont pas fr et en
misspelt-long-text = un texte dépasse 4 000 caractères
misspelt-long-array = un tableau dépasse 4 000 éléments
### Vérification
verify-form = octets et forme canonique
verify-chain = chaîne, ordre et identifiants
verify-copies = égalité des deux copies
verify-documents = pièces justificatives
verify-sealed = valeurs scellées
verify-values = valeurs recalculées d’après les seules inscriptions
verify-derived = abrégé tiré des inscriptions
verify-index = index tiré des inscriptions
verify-checkpoint = point de contrôle signé
verify-outcome-sound = ✓ { $check } : { $count }
verify-outcome-failed = ✗ { $check } : écart constaté
verify-outcome-unchecked = – { $check } : { $why }
verify-unchecked = non vérifié
verify-without-key = { $count ->
    [one] { $count } non vérifiée, sans clé
   *[other] { $count } non vérifiées, sans clé
}
verify-without-checkpoint = non vérifié : aucun point de contrôle n’est donné; un registre raccourci ne se remarquerait pas
verify-findings = { $count ->
    [one] { $count } écart constaté
   *[other] { $count } écarts constatés
}
verify-unfinished = l’importation commencée au nº { $entry } est inachevée; importer de nouveau le même fichier la continue
rebuild-progress = { $done } inscriptions lues sur { $all }
rebuild-made = l’abrégé et l’index sont refaits d’après { $count ->
    [one] { $count } inscription
   *[other] { $count } inscriptions
}
rebuild-dropped = l’abrégé et l’index sont enlevés; ils se refont quand il le faut
verify-progress = { $done } inscriptions vérifiées sur { $all }
verify-progress-year = { $done } inscriptions sur { $all } relues pour un exercice clos
verify-progress-values = { $done } inscriptions sur { $all } relues pour les valeurs
verify-not-sound = le registre n’est pas tel qu’il a été inscrit
verify-given-alone = le point de contrôle ou la clé qu’on a donnés sont d’un autre registre ou d’une autre clé; rien d’autre n’a été trouvé
verify-store-new = elle vient d’être refaite à partir des lignes, il n’y avait pas de seconde copie à comparer
verify-resumed = – #{ $entry } dit que le registre continue sans des inscriptions qui avaient été signées : il lui en restait { $size } sur { $signed }
verify-unkept = – le point de contrôle de { $size } inscriptions que tient la clôture #{ $entry } n’a plus de fichier ici
verify-demonstration = – registre de démonstration : sa clé est publiée, ses signatures ne prouvent rien
finding-log = le registre ne se lit pas : { $cause }
finding-form = nº { $entry } : pas en forme canonique ({ $cause })
finding-sequence = nº { $entry } : l’inscription dit qu’elle est la nº { $cause }
finding-chain = nº { $entry } : ne porte pas l’empreinte de l’inscription précédente
finding-time = nº { $entry } : inscrite avant l’inscription précédente
finding-id = nº { $entry } : porte l’identifiant d’une autre inscription
finding-source = nº { $entry } : nomme un autre registre
finding-misstep = nº { $entry } : { $cause }
finding-in-twin = lines/ : { $fault }
finding-in-store = store/ : { $fault }
finding-copies = nº { $entry } : les deux copies diffèrent d’abord ici; « jalon réparer » les montre
finding-nodocument = nº { $entry } : ce qui tient lieu de pièce justificative n’en est pas une
finding-document-missing = nº { $entry } : « { $name } » manque; remettez la pièce justificative dans { $file }
finding-document-differs = nº { $entry } : « { $name } » n’est plus la même; remettez la pièce d’origine dans { $file }
finding-document-unreadable = nº { $entry } : « { $name } » ne se lit pas; voyez les droits de { $file }
finding-sealed-missing = nº { $entry } : { $file } manque; remettez ce fichier d’après une sauvegarde ({ $person })
finding-sealed-altered = nº { $entry } : { $file } a été changé, ou la clé de { $person } en est une autre
finding-sealed-key = nº { $entry } : la clé de { $person } ne se lit pas ({ $file })
finding-sealed-unreadable = nº { $entry } : { $file } ne se lit pas; voyez ses droits ({ $person })
finding-outline = l’abrégé ne dit pas ce que disent les inscriptions; enlever le fichier « outline » du dossier du registre, et il est refait
finding-index = l’index ne dit pas ce que disent les inscriptions; enlever le fichier « index » du dossier du registre, et il est refait
finding-value = { $indicator } ({ $plan }) au { $day } : les apports ne donnent pas la valeur

### Pièces justificatives et valeurs scellées
evidence-agreement = entente
evidence-bankstatement = relevé bancaire
evidence-confirmation = confirmation
evidence-webcapture = capture web
evidence-internalnote = note interne
evidence-other = autre
document-here = sur place
document-missing = manquante
document-bytes = { $bytes } octets
show-sealed = « scellé » ({ $person })
approval-waiting = en attente d’approbation
approval-approved = approuvée
approval-rejected = rejetée
show-stands = Vaut : la version nº { $entry }
show-became = Devenue l’activité nº { $entry }
show-planned = Prévue : elle ne compte pas tant qu’elle n’est pas confirmée
show-withdrawn = Retirée le { $when } par { $by } (nº { $entry })
show-confirmed = Confirmée le { $when } par { $by } (nº { $entry })
show-approved = Version nº { $version } approuvée par { $by } le { $when } (nº { $entry })
show-rejected = Version nº { $version } rejetée par { $by } le { $when } (nº { $entry })
show-because = { $said } : « { $reason } »
show-correction = rectification : « { $reason } »
show-version-replaced = remplacée par la nº { $entry }
show-version-withdrawn = rectification retirée le { $when } par { $by } (nº { $entry })
show-version-last = dernière version
show-subject = Sujet
show-note = Remarque
show-source = Source
show-counts = Où elle compte, au { $day }
show-counts-nowhere = nulle part : aucun indicateur ne la regarde
show-not-counted = non comptée : { $reason }
show-documents = { $count ->
    [one] { $count } pièce justificative
   *[other] { $count } pièces justificatives
}
show-details = Détails techniques
explain-document = pièce : { $name } ({ $kind })
vault-file = { $path } : { $cause }
vault-not-a-file = { $path } n’est pas un fichier; donnez un document
vault-empty = { $path } est vide; donnez le document lui-même
vault-too-large = { $path } dépasse 4 Gio; donnez un document plus petit
vault-name = le nom de { $path } ne peut pas être gardé ({ $cause }); renommez le fichier
vault-no-key-folder = aucun dossier pour les clés; nommez-en un dans JALON_KEYS
vault-keys-inside = le dossier des clés, { $path }, est dans le registre; nommez-en un autre dans JALON_KEYS
vault-no-key = la clé de { $person } n’est pas sur ce poste; apportez-la, ou laissez la personne de côté
vault-key-file = la clé { $path } n’est pas telle qu’elle a été écrite; reprenez-la d’une sauvegarde des clés
vault-accounts = { $path } n’est pas tel qu’il a été écrit; reprenez-le d’une sauvegarde, ou mettez-le de côté
vault-random = le système ne donne pas de nombres au hasard : { $cause }
vault-too-long = la valeur est trop longue pour être scellée
sealing-no-such-person = « { $typed } » n’est pas une personne du répertoire dont la clé est sur ce poste; écrivez person/… avant la barre, ou le texte seul
sealing-several-persons = plusieurs personnes s’appellent « { $typed } » : écrivez devant une barre celle que vous voulez dire ({ $persons })
sealing-text = le texte ne peut pas être scellé : { $cause }
refused-person-in-the-clear = { $body } serait nommée en clair : une personne a un nom scellé, sans synonyme

### Help of newer arguments
help-arg-compare = À côté, une date plus ancienne, selon les mêmes règles; d’une période, le dernier jour
help-arg-evidence = Joint une pièce justificative; peut revenir. Devant le fichier, son genre : entente, relevé, confirmation, capture, note interne ou autre
help-arg-name = Votre nom, gardé scellé; sinon celui du compte
help-arg-open = Donne aussi les valeurs scellées dont la clé est sur cet ordinateur
help-value-document = [GENRE:]FICHIER
help-value-compare = DATE
help-value-name = NOM

### Entries in words
field-value = { $label } : { $value }
total-words = Total publié · { $label } : { $value }
yes = oui
no = non

### Questions at a terminal
ask-type = Quelle activité ?
ask-days = Quand ?
ask-days-help = une date, un mois (2024-06), un exercice (FY2024) ou une période (A..B)
ask-keys = ↑↓ choisir, Tab compléter, Entrée accepter, Échap abandonner
ask-many = Plusieurs valeurs se séparent par des points-virgules.
ask-optional = Facultatif : Entrée seule passe.
ask-record = Inscrire « { $activity } », { $period } ?
problem-note = il n’y a pas de note « { $typed } » qui attend son type
    .hint = « jalon journal --type note » liste les notes
problem-early-clock = l’horloge de cet ordinateur est avant 1970
    .hint = mettre l’horloge de l’ordinateur à l’heure, puis recommencer
problem-unanswered = rien n’a été inscrit
usage-no-type = il manque le type de l’activité : jalon inscrire TYPE
    .hint = par exemple « jalon inscrire infolettre »; à un terminal, « jalon inscrire » le demande
help-record-from = La note qu’elle était d’abord, par son numéro : ses jours, ses mots et ses pièces sont repris

### Journal, targets
journal-note = Note · { $text }
journal-planned = prévue
journal-waiting = attend son type
journal-resolved = son activité est inscrite
journal-none = aucune inscription ne répond à cette demande
explain-target = Cible : { $value } depuis le { $since }
explain-target-reason = { " " }({ $reason })
help-journal-subject = Seulement ce qui porte sur cet organisme, ce projet ou ce livrable, par son identifiant ou son nom

### Rules by their labels
path-subject = sujet
path-attribute = { $attribute } de « { $field } »
list-edition = { $label } ({ $edition })

### Register from the command line
problem-like-names = le répertoire a déjà { $count ->
        [one] un nom qui ressemble
       *[other] des noms qui ressemblent
    } à « { $typed } » : { $near }
    .hint = si c’en est un autre : jalon répertoire NOM --distinct; sinon, servez-vous de celui qui est là
problem-which-kind = « { $typed } » peut être de plus d’une des sortes que donne --new
    .hint = l’ajouter d’abord : jalon répertoire NOM --kind SORTE
usage-no-id-of-name = aucun identifiant ne se tire de « { $typed } »
    .hint = donnez-le avec --id, par exemple --id organisation/mon-nom
register-skipped = { $count ->
    [one] { $count } est déjà au répertoire, tel quel
   *[other] { $count } sont déjà au répertoire, tels quels
}
help-register-what = Un fichier (TOML, .xlsx, .csv), le nom d’un nouvel organisme, ou un de ceux qui y sont; sans lui, la liste
help-register-kind = Ce que c’est : organisation (sinon), projet, livrable ou personne; de la liste, seulement cette sorte
help-register-id = Son identifiant; sinon tiré de son nom
help-register-name-en = Son nom en anglais, s’il en a un autre
help-register-rename = Son nouveau nom, avec --change
help-register-attributes = Une caractéristique, par son nom ou par les mots du plan, comme pays=Canada; plusieurs valeurs se séparent par des points-virgules
help-register-synonyms = Un autre mot pour le dire
help-register-on = Le jour dès lequel cela vaut; aujourd’hui sinon
help-register-distinct = C’en est un autre que ceux dont le nom ressemble
help-register-change = Change ce qu’on sait d’un de ceux qui y sont, dès ce jour
help-register-successor = Celui qui a pris sa place, avec --change
help-register-merge = Celui qu’il a toujours été : les deux n’en font qu’un
help-value-file-or-name = FICHIER|NOM
help-value-into = NOM
help-value-id = IDENTIFIANT
help-value-name-en = NOM
help-value-rename = NOM
help-value-synonyms = MOT
help-value-successor = IDENTIFIANT
journal-unknown-type = le catalogue n’a pas de type d’activité « { $typed } »
    .hint = peut-être { $near }
import-unknown-type = le catalogue n’a pas de type d’activité « { $typed } »
    .hint = { $count ->
            [0] l’ajouter au catalogue avec « jalon plan FICHIER.toml », ou corriger le mot
            [one] le plus proche : { $near }
           *[other] les plus proches : { $near }
        }
receipt-nothing = c’est déjà ainsi; rien n’est inscrit
usage-no-change = rien ne dit ce qui change : ajouter --set, --rename, --name-en, --synonym ou --successor
register-kind-organisation = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
register-kind-project = { $count ->
    [one] { $count } projet
   *[other] { $count } projets
}
register-kind-deliverable = { $count ->
    [one] { $count } livrable
   *[other] { $count } livrables
}
register-kind-person = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
register-merged = { $body } : réuni à { $kept }
register-empty = le répertoire est vide; « jalon répertoire NOM » y ajoute un nom, « jalon répertoire FICHIER.toml » plusieurs
register-none = rien au répertoire ne répond à cette demande
register-is = Sorte
register-name-fr = Nom en français
register-name-en = Nom en anglais
register-other-words = Autres noms
register-since = { $what } · à partir du { $day } · nº { $entry }
register-always = { $what } · depuis toujours · nº { $entry }
register-successor = Remplacé par
register-merged-into = Réuni à { $body } · nº { $entry }
register-merged-here = On lui a réuni { $body } · nº { $entry }
register-records = { $count ->
    [0] Aucune activité ni aucun total publié ne le nomme
    [one] { $count } activité ou total publié le nomme : jalon journal --with { $id }
   *[other] { $count } activités et totaux publiés le nomment : jalon journal --with { $id }
}
help-register-text = De la liste, seulement ce dont le nom ou l’identifiant contient ces mots
problem-neither = il n’y a ni inscription ni nom du répertoire « { $typed } »
    .hint = { $count ->
            [0] « jalon journal » montre les inscriptions avec leur numéro, « jalon répertoire » les noms
            [one] le plus proche : { $near }
           *[other] les plus proches : { $near }
        }
attribute-code = code « { $code } »
attribute-unknown = aucune règle ne lit « { $typed } », et rien au répertoire ne l’a
    .hint = peut-être { $near }; si c’est une nouvelle caractéristique, ajouter --new-attribute
attribute-name = « { $typed } » n’est pas le nom d’une caractéristique : a-z, 0-9 et _
help-register-new-attribute = Admet des caractéristiques que nulle règle ne lit et que nul n’a encore
usage-kind = « { $typed } » n’est ni organisation, ni projet, ni livrable, ni personne
help-record-new = Inscrit au répertoire, de cette sorte, ce qu’elle nomme et qui n’y est pas : organisation, projet, livrable ou personne; peut revenir

### The invented organisation
demo-next-fictif = Et maintenant :
    { "  " }jalon --ledger { $folder } tableau --as-at 2026-06-30 --compare 2025-06-30
    { "  " }jalon --ledger { $folder } expliquer workshops --as-at 2026-06-30
    { "  " }jalon --ledger { $folder } journal --type atelier
help-demo-fictif = Un organisme inventé, dont le registre a été bien tenu

### What a plan changes
plan-new-type = { $count ->
    [one] { $count } type d’activité
   *[other] { $count } types d’activité
}
plan-new-list = { $count ->
    [one] { $count } liste
   *[other] { $count } listes
}
plan-new-objective = { $count ->
    [one] { $count } objectif stratégique
   *[other] { $count } objectifs stratégiques
}
plan-new-group = { $count ->
    [one] { $count } groupe de mesures
   *[other] { $count } groupes de mesures
}
plan-new-indicator = { $count ->
    [one] { $count } indicateur
   *[other] { $count } indicateurs
}
plan-new-target = { $count ->
    [one] { $count } cible
   *[other] { $count } cibles
}
plan-kind-type = type d’activité
plan-kind-list = liste
plan-kind-objective = objectif stratégique
plan-kind-group = groupe de mesures
plan-kind-indicator = indicateur
plan-kind-target = cible
plan-changed = { $kind } { $id } : version { $before }, puis { $now }
plan-difference = { $path } : { $before } → { $now }
plan-nothing = rien
plan-unseen = { $indicator } lit { $path }, que rien au répertoire n’a encore; vérifier comment il s’écrit
plan-changed-target = cible révisée de { $id } : { $before }, puis { $now }
plan-unchanged = { $count ->
    [one] { $count } sans changement
   *[other] { $count } sans changement
}
plan-adoption = { $plan }, version { $version }, en vigueur le { $day }
help-plan-dry-run = Montre ce qui changerait, et ne change rien
help-init-plan = Les fichiers d’un plan à adopter; s’ils sont faux, aucun registre n’est ouvert

### Receipts, and entries that are named
receipt-repeated = déjà là
receipt-corrected = rectification du nº { $entry } · { $what }
receipt-confirmed = confirmation du nº { $entry } · { $what }
receipt-approved = approbation du nº { $entry } · { $what }
receipt-rejected = rejet du nº { $entry } · { $what }
receipt-withdrawn = retrait du nº { $entry } · { $what }
receipt-correction-withdrawn = retrait de la rectification nº { $correction } du nº { $entry } · { $what }
receipt-note-withdrawn = retrait de la note nº { $entry }
receipt-merge-withdrawn = retrait de la réunion nº { $entry } : les deux noms sont de nouveau deux
receipt-batch-withdrawn = retrait de l’importation nº { $entry }, avec tout ce qu’elle a inscrit
receipt-stands-still = le nº { $entry }, qui la suit, vaut toujours : { $words }
receipt-stands = le nº { $entry } vaut maintenant : { $words }
receipt-resolved = la note nº { $note } est devenue le nº { $entry }
receipt-registered = au répertoire : { $body }
receipt-changed = changement au répertoire : { $body }
receipt-merged = réunion au répertoire : { $body } est { $kept }
entry-ledger-opened = ouverture du registre
entry-user-registered = première inscription d’un compte
entry-clock-accepted = écart d’horloge accepté
entry-program-changed = changement de programme
entry-ledger-repaired = réparation du registre
entry-ledger-restored = registre reposé d’après son exportation
entry-activitytype-defined = définition d’un type d’activité
entry-list-defined = définition d’une liste
entry-objective-defined = définition d’un objectif stratégique
entry-group-defined = définition d’un groupe de mesures
entry-indicator-defined = définition d’un indicateur
entry-target-set = cible d’un indicateur
entry-plan-adopted = adoption d’un plan
entry-body-registered = nouveau nom du répertoire
entry-body-changed = changement au répertoire
entry-body-merged = réunion de deux noms du répertoire
entry-total-reported = total publié
entry-entry-corrected = rectification
entry-entry-withdrawn = retrait
entry-entry-confirmed = confirmation
entry-entry-approved = approbation
entry-entry-rejected = rejet
entry-note-recorded = note
entry-note-resolved = type donné à une note
entry-batch-started = début d’une importation
entry-batch-completed = fin d’une importation
entry-batch-withdrawn = retrait d’une importation
named-correction = le nº { $given } est une rectification du nº { $original } : c’est du nº { $original } qu’il s’agit
named-other = l’inscription nº { $entry } n’est ni une activité ni un total publié : { $what }
named-other-plan = changer le fichier du plan, puis l’adopter : jalon plan FICHIER
named-other-body = ce qu’on en sait se change par : jalon répertoire NOM --change
named-other-merge = jalon retirer { $entry } la retire, et les deux noms sont de nouveau deux
named-other-note = jalon inscrire TYPE --from { $entry } lui donne son type; jalon retirer { $entry } la retire
named-other-batch = jalon retirer { $about } retire toute l’importation
named-other-about = nommer l’inscription sur laquelle elle porte, nº { $about }
named-other-ledger = elle dit ce qui est arrivé au registre lui-même; rien ne la change ni ne la retire
named-not-a-correction = « { $typed } » n’est pas une rectification du nº { $entry }
    .hint = « jalon montrer { $entry } » montre ses versions
named-already-withdrawn = le nº { $entry } est déjà retiré; il n’y a rien à faire

### Shares, idle members, what keeps its meaning
plan-number-of-key = « having » demande quelque chose à toutes les inscriptions d’une clé, pas un nombre : « min » et « max » vont sous « where »
plan-no-part = une part ne se compose pas de « { $typed } », qui est elle-même une part ou n’a pas de nombre; nommer un nombre, une somme ou l’équivalent
plan-target-in-words = « { $typed } » se dit en mots et n’a pas de nombre qui atteigne une cible; enlever la cible
plan-idle = une règle de sorte { $kind } ne lit pas { $key }; l’enlever, ou choisir une autre sorte ou une autre fenêtre
refused-unfit-part = la part « { $indicator } » ne se compose pas de « { $part } », qui est elle-même une part, n’a pas de nombre ou n’est pas dans le plan
    .hint = nommer deux indicateurs du plan qui sont un nombre, une somme ou l’équivalent
refused-other-window = la part « { $indicator } » n’a pas la même fenêtre que « { $part } », dont elle se compose
    .hint = une part a la fenêtre de ce dont elle se compose : window = "{ $window }"
refused-meaning-changes = le type « { $kind } » compterait à une autre date (countson) ou fermerait autre chose (closes)
    .hint = ce qui est inscrit garde son sens : définir un nouveau type, et retirer les champs de l’ancien
misstep-part-unfit = une part se compose de ce qui n’en est pas une
restore-beside = { $count ->
    [one] { $count } pièce ou valeur scellée n’est pas ici, car une exportation ne contient que les inscriptions; remettre evidence/ et sealed/ d’une sauvegarde du dossier du registre, et ses clés
   *[other] { $count } pièces ou valeurs scellées ne sont pas ici, car une exportation ne contient que les inscriptions; remettre evidence/ et sealed/ d’une sauvegarde du dossier du registre, et ses clés
}

### What a plan no longer has, or says otherwise
plan-removed = { $kind } { $id } : n’est plus dans le plan
plan-term = { $what } : d’autres mots
plan-term-now = { $what } : désormais { $now }
plan-term-label = nom du plan
plan-term-approval = types qui ne comptent qu’une fois approuvés
plan-term-approver = qui a approuvé le plan
plan-term-columns = têtes de colonnes
plan-term-fiscalyearend = fin de l’exercice
plan-term-notice = avis

### Workbooks and what an import would do
workbook-empty = le fichier est vide; l’enregistrer de nouveau dans le tableur
workbook-legacy = ce classeur est dans l’ancien format .xls; l’enregistrer au format .xlsx dans le tableur
workbook-encrypted = ce classeur est protégé par un mot de passe; l’enregistrer au format .xlsx sans mot de passe
workbook-other-form = ce classeur est au format { $form }; l’enregistrer au format .xlsx dans le tableur
workbook-none = ce fichier n’est pas un classeur; l’enregistrer au format .xlsx dans le tableur, ou le nommer .csv si c’est du texte
workbook-damaged = ce classeur est abîmé ou coupé; l’ouvrir dans le tableur et l’enregistrer de nouveau au format .xlsx
workbook-too-large = ce classeur a plus de { $megabytes } Mo une fois déplié; n’y laisser que les feuilles à lire
workbook-sheets = ce classeur a plus de { $limit } feuilles; n’y laisser que celles à lire
workbook-columns = quelque chose est écrit au-delà de la { $limit }e colonne; l’effacer
workbook-cells = ce classeur a plus de { $limit } cellules remplies; l’importer en plusieurs parties
workbook-no-cells = rien n’est écrit dans ce classeur; y écrire une ligne qui nomme les colonnes, puis une ligne par activité
cell-error = la cellule montre { $value } au lieu d’une valeur; corriger sa formule
cell-no-value = la valeur de cette formule n’est pas dans le fichier; l’ouvrir dans un tableur et l’enregistrer de nouveau, ou écrire la valeur
cell-date = le nombre { $number } est montré comme une date et n’en est pas une; écrire la date
sheet-no-heads = aucune ligne de cette feuille ne nomme les colonnes d’activités ou de totaux publiés; les nommer, masquer la feuille, ou lui donner le nom d’un type d’activité
sheet-no-head = « { $typed } » n’est sous aucun nom de colonne; nommer la colonne ou effacer la cellule
sheet-hidden = cette feuille est masquée : elle n’est pas lue
sheet-prose = cette feuille n’a que des explications : elle n’est pas lue
preview-added = serait inscrite
preview-planned = serait prévue
preview-there = déjà là
preview-alike = serait inscrite, mais comme nº { $entry }
preview-twin = serait inscrite, mais dit la même chose que la ligne { $line }
preview-likebody = refusée : ressemble à un nom du répertoire
preview-refused = refusée
preview-refused-rows = { $count ->
    [one] { $count } ligne ne peut pas être inscrite : rien ne le serait; la corriger
   *[other] { $count } lignes ne peuvent pas être inscrites : rien ne le serait; les corriger
}

### A workbook to fill in
help-template = Écrit un gabarit, c’est-à-dire un classeur à remplir, que « jalon importer » relit
help-template-kind = Un type d’activité, par son nom ou par les mots que l’on emploie; « totaux », « répertoire » ou « tout »
help-template-out = Le classeur à écrire; celui qui est déjà là reste tel quel
help-value-workbook = FICHIER.xlsx
problem-print = la sortie standard ne s’écrit pas : { $cause }
    .hint = s’il y avait quelque chose à inscrire, regarder avec « jalon journal » si c’est fait avant de recommencer
problem-file-there = { $path }: ce fichier est déjà là et reste tel quel; en nommer un autre
problem-no-types = le catalogue n’a aucun type d’activité; en définir d’abord : jalon plan FICHIER.toml
template-written = { $path } est écrit : { $count ->
    [one] une feuille à remplir, puis jalon importer { $path } --dry-run
   *[other] { $count } feuilles à remplir, puis jalon importer { $path } --dry-run
}
template-guide = Mode d’emploi
template-title = À inscrire
template-how-rows = Chaque feuille est celle d’un type d’activité, des totaux publiés ou du répertoire : une ligne pour chacun, sous les titres. Les feuilles vides ne gênent pas.
template-how-required = Une colonne marquée d’un astérisque (*) doit être remplie; les autres peuvent rester vides.
template-how-dates = Une date s’écrit 2024-03-31 ou 31 mars 2024; une période, mars 2024, 2023-2024 (l’exercice) ou 2024-03-01..2024-03-15.
template-how-numbers = Un nombre s’écrit sans unité. Ce qui n’est connu qu’à peu près s’écrit en toutes lettres : environ 50, au moins 50.
template-how-many = Plusieurs valeurs dans une même cellule se séparent par des points-virgules.
template-how-names = Les organisations, projets et livrables se nomment comme au répertoire; un nom nouveau s’ajoute sur la feuille « Répertoire » (jalon gabarit tout, ou répertoire), ou avec --new à l’importation.
template-how-import = Une fois rempli : jalon importer FICHIER.xlsx --dry-run dit de chaque ligne ce qu’elle deviendrait, sans rien inscrire; sans --dry-run tout est inscrit d’un coup, et peut être retiré d’un coup.
template-types = Les feuilles
template-type = { $name } : { $help }
template-column-on = Date
template-column-subject = Sujet
template-column-note = Remarque
template-column-source = Source
template-help-on = Quand cela a eu lieu : un jour (2024-03-31, 31 mars 2024) ou une période (mars 2024, 2023-2024).
template-help-subject = Ce dont il s’agit : le nom d’une organisation, d’un projet ou d’un livrable du répertoire.
template-help-note = Une remarque en mots.
template-help-source = Le document qui le dit, par son nom court.
template-kind-text = Des mots.
template-kind-yesno = oui ou non.
template-kind-count = Un nombre entier.
template-kind-decimal = Un nombre.
template-kind-money = Un montant dans la monnaie du registre.
template-kind-date = Un jour, par exemple 2024-03-31.
template-kind-choice = Un choix de la liste.
template-kind-reference = Un nom du répertoire.
template-kind-sealed = Des mots, qui seront scellés.
template-many = Plusieurs valeurs se séparent par des points-virgules.
template-many-choices = Plusieurs valeurs se séparent par des points-virgules : { $choices }
template-not-a-choice = Choisir dans la liste.
template-not-in-register = Le répertoire n’a pas ce nom. Le garder tout de même ? Il faudra l’ajouter sur la feuille « Répertoire », ou importer avec --new.

### A table that is kept already
help-adopt = Fait un registre du tableau d’indicateurs que l’organisation tient déjà
help-adopt-table = Le tableau : un classeur (.xlsx) ou du CSV
help-adopt-dry-run = Montrer ce qui est compris, sans rien écrire
help-adopt-plan-out = N’écrire que le fichier du plan, sans ouvrir de registre
help-adopt-sheet = La feuille qui porte le tableau
help-adopt-columns = Ce que porte une colonne, par exemple C=cible ou C=réalisé@2022 (numéro, objectif, groupe, indicateur, détail, cible, réalisé, pourcentage, unité, rien); plusieurs fois
help-adopt-levels = Ce qu’est une ligne, par exemple 12=titre (objectif, groupe, titre, indicateur, seul, rien); plusieurs fois
help-adopt-targets = La cible d’une ligne, par exemple 12=10 ou "12=≤ 10", ou 12=aucune; plusieurs fois
help-adopt-as-at = Le dernier jour des totaux
help-adopt-since = Le premier jour du plan
help-adopt-currency = La monnaie des montants, ISO 4217
help-adopt-year-end = Le dernier jour de l’exercice, MM-JJ
help-adopt-years = Ce que portent les colonnes d’années : exercice (chaque année seule) ou cumul
help-adopt-thousands = Le signe entre les milliers : , ou .
help-adopt-label = Le nom du plan; sinon les premiers mots au-dessus du tableau
help-adopt-source = L’adresse du registre, par exemple https://registre.exemple.org/activites
help-adopt-prefix = Le préfixe de ses types d’activité, par exemple org.exemple
help-adopt-zone = Le fuseau horaire de ses jours; sinon celui du système
help-adopt-name = Votre nom, qui est scellé; sinon celui du compte
help-value-table = TABLEAU
help-value-sheet = FEUILLE
help-value-column = COLONNE=CONTENU
help-value-level = LIGNE=NIVEAU
help-value-target = LIGNE=CIBLE
help-value-since = DATE
help-value-years = exercice|cumul
help-value-thousands = SIGNE
usage-column = « { $typed } » ne dit pas ce que porte une colonne; écrire par exemple C=cible ou C=réalisé@2022 (numéro, objectif, groupe, indicateur, détail, cible, réalisé, pourcentage, unité, rien)
usage-level = « { $typed } » ne dit pas ce qu’est une ligne; écrire par exemple 12=titre (objectif, groupe, titre, indicateur, seul, rien)
usage-target = « { $typed } » ne dit pas la cible d’une ligne; écrire par exemple 12=10, "12=≤ 10" ou 12=aucune
usage-years = « { $typed } » n’est ni exercice ni cumul
usage-thousands = « { $typed } » n’est pas un signe entre les milliers : , ou .
usage-no-opening = il manque --source et --prefix, qui disent l’adresse du registre à ouvrir et le préfixe de ses types
    .hint = par exemple --source https://registre.exemple.org/activites --prefix org.exemple; --dry-run montre d’abord ce qui est compris
adopt-no-heads = aucune ligne ne nomme à la fois une colonne d’indicateurs et une colonne de cibles ou de totaux; nommer les colonnes, ou les dire : --column B=indicateur --column C=cible
adopt-which-sheet = plusieurs feuilles portent un tableau : { $names }; dire laquelle avec --sheet
adopt-no-sheet = aucune feuille ne se nomme « { $typed } »; il y a { $names }
adopt-no-rows = aucun indicateur sous les titres de ce tableau; en ajouter, ou dire ce que portent les colonnes avec --column
adopt-too-many = ce tableau a plus de { $limit } indicateurs, ce qu’un plan ne peut avoir; le partager
adopt-twice = deux colonnes disent la même chose : « { $head } »; dire de l’une ce qu’elle porte, par exemple --column E=rien
adopt-ask-asat = jusqu’à quel jour vont ces totaux ? Le dire avec --as-at, par exemple --as-at 2024-03-31
adopt-ask-since = quel est le premier jour du plan ? Le dire avec --since, par exemple --since 2021-01-01
adopt-ask-currency = de quelle monnaie est « { $typed } » ? La dire avec --currency, par exemple --currency CAD
adopt-ask-yearend = quand finit l’exercice « { $typed } » ? Le dire avec --year-end, par exemple --year-end 03-31
adopt-ask-years = les colonnes d’années portent-elles ce que chaque année a ajouté, ou tout ce qu’il y avait à sa fin ? Le dire avec --years exercice ou --years cumul
adopt-ask-thousands = « { $typed } » se lit de deux façons. Dire le signe entre les milliers avec --thousands , ou --thousands .
adopt-ask-column = la colonne « { $typed } » porte la même chose qu’une autre. Dire ce que porte l’une d’elles avec --column, par exemple --column E=rien
adopt-ask-target = quelle est la cible « { $typed } » ? La dire avec --target, par exemple --target { $row }=10, --target "{ $row }=≤ 10" où moins est mieux, ou --target { $row }=aucune
adopt-ask-row = « { $typed } » est sous le tableau après une ligne vide, avec une cible et sans total : est-ce un indicateur ? Le dire avec --level { $row }=indicateur ou --level { $row }=rien
adopt-column = { $letters } « { $head } » : { $role }
adopt-column-bare = { $letters } : { $role }
adopt-to-date = jusqu’au { $to }
adopt-role-number = la numérotation de l’organisation
adopt-role-objective = l’objectif stratégique
adopt-role-group = le groupe de mesures
adopt-role-label = l’indicateur
adopt-role-detail = l’indicateur, sous un intitulé
adopt-role-target = la cible
adopt-role-total = le total publié
adopt-role-percent = le pourcentage, que le tableau refait
adopt-role-unit = l’unité
adopt-role-nothing = rien n’en est pris
adopt-supposed-levels = D’après leur place seule, des lignes sans valeur sont lues comme des titres d’objectifs ou de groupes; --level les dit autrement.
adopt-counts = { $rows ->
    [one] { $rows } indicateur
   *[other] { $rows } indicateurs
}, { $targets ->
    [one] { $targets } cible
   *[other] { $targets } cibles
}, { $totals ->
    [one] { $totals } total publié
   *[other] { $totals } totaux publiés
}
adopt-unread = { $count ->
    [one] { $count } endroit n’est pas pris
   *[other] { $count } endroits ne sont pas pris
}
adopt-why-unit = « { $typed } » n’est pas dans l’unité du reste de la ligne
adopt-why-column = la colonne « { $typed } » n’est pas comprise; --column dit ce qu’elle porte
adopt-why-sum = « { $typed } » est une ligne de sommes ou de moyennes, que le tableau refait
adopt-why-nolabel = « { $typed } » n’a pas d’indicateur sur sa ligne
adopt-why-idle = aucun indicateur sous « { $typed } »
adopt-why-strict = « { $typed } » est pris avec son nombre, qui est lui-même tenu pour l’atteindre
adopt-plan-written = { $path } est écrit : le plan seul, sans ses totaux. Le relire et le compléter, puis jalon adopter sans --plan-out, ou jalon plan
adopt-opened = { $path } est ouvert : { $size } inscriptions. Et maintenant : jalon tableau
adopt-as-reported = Repris tel que publié dans { $file } : la valeur est le dernier total publié, sans le détail qui le compose.
adopt-as-added = Repris tel que publié dans { $file } : la valeur est la somme des totaux publiés de chaque année, sans le détail qui les compose.
adopt-group = Indicateurs
adopt-notice = Repris d’un tableau existant ({ $file }) : les valeurs sont des totaux publiés, sans détail, et les règles de calcul sont supposées.
### Persons whose names are sealed, and other findings of a second review
body-closed = { $count ->
    [one] le nom d’une personne du répertoire est scellé et sa clé n’est pas sur cet ordinateur; s’il s’agit d’elle, écrire son identifiant, que donne : jalon répertoire --kind personne
   *[other] les noms de { $count } personnes du répertoire sont scellés et leurs clés ne sont pas sur cet ordinateur; s’il s’agit de l’une d’elles, écrire son identifiant, que donne : jalon répertoire --kind personne
}
problem-closed-names = « { $typed } » peut être une personne que le répertoire a déjà : { $count ->
    [one] un nom est scellé, et sa clé n’est
   *[other] { $count } noms sont scellés, et leurs clés ne sont
} pas sur cet ordinateur
    .hint = si c’en est une autre : jalon répertoire NOM --kind personne --distinct; sinon, écrire son identifiant
money-converted = { $amount }, soit { $converted } au taux de { $rate } du { $day } ({ $source })
explain-confirmed = confirmée le { $day } (nº { $entry })
show-opened = { $value } (scellé, ouvert ici)
plan-too-fine = { $key } est { $number }, et l’indicateur { $decimals ->
    [0] n’a pas de décimales
    [one] a { $decimals } décimale
   *[other] a { $decimals } décimales
}; donner plus de « decimals » à l’indicateur, ou écrire un nombre qui n’en a pas plus
field-ends-before = la fin, { $ends }, vient avant le début, { $begins }; corriger l’une des deux dates
usage-no-source = il manque la source qui le dit; la donner avec --source SOURCE
help-value-cited = SOURCE
help-correct-source = La source qui le dit en réalité; une source vide retire la citation. Une autre source a ses propres section, ligne et mots
help-correct-section = La section de la source; vide, elle est retirée
help-correct-line = La ligne de la source; vide, elle est retirée
help-correct-words = Ce que la source dit, mot pour mot; vide, c’est retiré
reconcile-found = { $count ->
    [one] { $count } écart constaté est à régler; jalon expliquer INDICATEUR dit de quoi une valeur est faite
   *[other] { $count } écarts constatés sont à régler; jalon expliquer INDICATEUR dit de quoi une valeur est faite
}
receipt-unasked = aucun plan ne demande d’approuver ce type : les valeurs restent les mêmes
init-zone = fuseau horaire : { $zone }, celui de cet ordinateur; il ne change plus. Pour en prendre un autre, ouvrir un autre registre avec --zone
### The table as a file
parameter-plan = Plan
parameter-plan-is = { $label } ({ $id }, version { $version })
parameter-asat = Au
parameter-comparedto = À côté du
parameter-day = { $day } ({ $iso })
parameter-known = Inscriptions lues
parameter-known-all = { $size ->
    [one] { $size } inscription, toutes celles du registre; la dernière, nº { $entry }, du { $when }
   *[other] { $size } inscriptions, toutes celles du registre; la dernière, nº { $entry }, du { $when }
}
parameter-known-past = { $size ->
    [one] { $size } inscription; la dernière, nº { $entry }, du { $when }
   *[other] { $size } inscriptions; la dernière, nº { $entry }, du { $when }
}
parameter-head = Empreinte de la dernière
parameter-filter = Filtre
parameter-filter-none = aucun
parameter-rules = Règles de calcul
parameter-program = Programme
rules-printed = { $count ->
    [one] { $count } imprimée
   *[other] { $count } imprimées
}
rules-supposed = { $count ->
    [one] { $count } supposée
   *[other] { $count } supposées
}
rules-confirmed = { $count ->
    [one] { $count } confirmée
   *[other] { $count } confirmées
}
rules-approved = { $count ->
    [0] aucune approuvée
    [one] { $count } approuvée
   *[other] { $count } approuvées
}
table-written = écrit : { $path }
usage-table-format = cette commande ne donne pas --format { $format }
    .hint = « jalon tableau --format { $format } » le donne; --help dit lesquels celle-ci a
usage-workbook-on-terminal = un classeur n’est pas du texte pour un terminal
    .hint = dire où l’écrire, avec --out et un nom en .xlsx
problem-other-package = { $path } décrit autre chose et reste comme il est; rien n’est écrit
    .hint = donner un dossier à soi à --out : « --out tableau/ »
workbook-cannot = le classeur ne peut pas être fait : { $words }
sheet-table = Tableau
sheet-contributions = Apports
sheet-notcounted = Non compté
sheet-rules = Règles
sheet-nothing = Rien n’a été laissé de côté.
column-certain = Nombre certain
column-id = Identifiant
column-entry = Nº
column-entry-id = Identifiant de l’inscription
column-from = Du
column-to = Au
column-type = Type
column-said = Ce qui est inscrit
column-counts-on = Compte au
column-amount = Apport
column-remark = Remarque
column-citation = Source
column-documents = Pièces justificatives
column-recorded = Inscrite le
column-reason = Pourquoi
column-status = État de la règle
column-approved = Approuvée
column-rule = Règle de calcul
column-rule-words = Ce qu’elle suppose
rule-approved = par { $by }, le { $day }

### Tables that were sent
entry-table-published = tableau envoyé
published-table = Tableau envoyé à { $to } le { $on } : plan { $plan }, version { $version }, au { $day }
published-to = À
published-on = Envoyé le
published-known = { $size } (empreinte { $head })
published-form = Forme
published-bytes = BLAKE3 de ce qui a été envoyé
published-text = texte
published-json = JSON
published-md = Markdown
published-html = page web
published-csv = CSV
published-xlsx = classeur XLSX
published-other = autre document
explain-published = { $count ->
    [one] Dans { $count } tableau envoyé
   *[other] Dans { $count } tableaux envoyés
}
explain-published-same = { $then }, et la même valeur aujourd’hui
explain-published-differs = { $then }; aujourd’hui { $now }
explain-published-gone = { $then }; le plan ne l’a plus aujourd’hui
receipt-publication-withdrawn = marque du tableau envoyé, nº { $entry }, retirée
named-other-published = « jalon retirer { $entry } » retire la marque; un autre envoi s’inscrit par « jalon tableau --sent-to »
refused-sent-later = rien ne peut avoir été envoyé le { $day }, qui est à venir
    .hint = le marquer le jour de l’envoi
refused-sent-before-closing = l’avis ne peut avoir été envoyé le { $day } : l’exercice a été clos le { $closed }
refused-sent-nobody = dire à quelle organisation ou à quel bureau il a été envoyé
refused-sent-earlier = un tableau envoyé le { $day } ne peut pas contenir ce qui est inscrit le { $last }
    .hint = « --known-at { $iso } » donne le tableau d’après les inscriptions de ce jour-là
    .page = choisir, à côté de la date du tableau, les inscriptions de ce jour-là ({ $iso })
refused-other-entries = le tableau n’est pas fait des { $size } premières inscriptions de ce registre
misstep-no-such-plan = elle nomme une version d’un plan que son tableau ne peut pas avoir eue
misstep-sent-later = le tableau est envoyé après avoir été marqué
misstep-other-bytes = sa pièce n’est pas ce qui a été envoyé
help-arg-out = Le fichier où l’écrire, dont la terminaison dit le format; pour CSV un fichier ou un dossier, avec datapackage.json à côté
help-kpi-to = Marque le tableau comme envoyé à cette organisation ou à ce service, jamais à une personne nommée
help-kpi-on = Le jour de l’envoi; aujourd’hui sinon
help-jalon-format = Du texte à lire, du JSON pour un programme, ou un fichier : Markdown, page web, CSV, classeur
help-kpi-document = Ce qui a été envoyé, si c’est un autre fichier (un rapport qui contient le tableau); il est gardé avec le registre
help-value-out = FICHIER|DOSSIER
help-value-recipient = DESTINATAIRE
usage-sent-to-person = « { $typed } » nomme une personne du répertoire, dont le nom reste scellé
    .hint = dire l’organisation ou le service : « --sent-to "Fondation du Nord" »
    .page = dire l’organisation ou le service
### Pages: jalon servir
help-serve = Montre le registre dans un navigateur, sur cette machine seulement
help-serve-port = Le port; un port libre si c’est 0
help-value-port = PORT
serve-reading = Lecture du registre { $ledger }…
serve-making-ready = Premières valeurs…
serve-already = Le registre { $ledger } est déjà montré à l’adresse { $address }
serve-address = Le registre { $ledger } est à l’adresse { $address }
serve-again = L’adresse a servi. Pour un autre navigateur : { $address }
serve-end = Ctrl+C pour finir
serve-ended = Fini; rien n’est resté en cours
serve-cut = Fini; ce qui durait trop a été interrompu
serve-port = le port { $port } de cette machine ne peut être pris : { $cause }
    .hint = en choisir un autre avec « --port », ou 0 pour un port libre
serve-lost = le serveur qui tient le registre n’a pas répondu : { $cause }
    .hint = « jalon montrer » dit si l’inscription y est; sinon, recommencer
serve-session = le système ne donne pas de hasard pour ouvrir une session : { $cause }
web-skip = Aller au contenu
web-nav = Pages
web-home = Tableau de bord
web-table = Indicateurs
web-journal = Journal
web-register = Répertoire
web-checks = Vérifications
web-record = Inscrire
web-note = Noter sans type
web-correct = Rectifier
web-withdraw = Retirer
web-confirm = Confirmer
web-trouble = Cela ne se peut
web-keys = Raccourcis clavier
web-key-new = Inscrire une activité
web-key-filter = Aller au filtre
web-key-correct = Rectifier cette inscription
web-key-save = Inscrire le formulaire
web-close = Fermer
web-foot = { $size } inscriptions · empreinte { $head }
web-parameters = Ce dont ces valeurs découlent
web-table-foot = Plan { $plan }, version { $version } · { $size } inscriptions · empreinte { $head }
web-denied-host = Cette page ne se montre qu’à l’adresse que « jalon servir » affiche.
web-denied-origin = La demande vient d’un autre site; rien n’a été fait.
web-denied-session = Ouvrir l’adresse que « jalon servir » affiche dans le terminal : elle sert une fois, puis une autre la remplace.
web-missing = Il n’y a rien à cette adresse.
web-form = Le formulaire n’est plus le bon; recharger la page et recommencer. Rien n’a été inscrit.
web-too-large = Le formulaire est trop grand; rien n’a été inscrit. Une pièce de plus de 64 Mo s’ajoute par « jalon inscrire --evidence ».
web-template = La page n’a pu être faite; c’est une faute du programme.
web-empty-note = une note a besoin de mots
web-year-ends = Fins d’exercice
web-as-at = Au
web-at = Au
web-day = Date
web-beside = À côté du
web-nothing-beside = rien
web-with = Projet ou partenaire
web-plan = Plan
web-known-at = D’après les inscriptions jusqu’au
web-known-now = toutes
web-show = Afficher
web-target-reached = Cible atteinte
web-rule = Règle de calcul
web-status = Statut de la règle
web-possible = Certitude
web-certain = certaine
web-possible-between = entre { $low } et { $high }
web-possible-from = { $low } ou plus
web-part = Part
web-whole = Ensemble
web-over-time = Dans le temps
web-chart = La valeur à chaque fin d’exercice, avec sa cible; les nombres sont dans le tableau qui suit
web-targets = Cible et ses révisions
web-since = depuis le
web-contributions = Apports
web-left = Ce qui n’est pas compté, et pourquoi
web-group-apart = Hors de la moyenne :
web-none = Rien encore.
web-journal-count = { $count ->
    [one] { $shown } ligne
   *[other] { $shown } lignes
}
web-text = Mots
web-type = Type
web-all-types = Tous les types
web-from = Du
web-to = Au
web-pages = Suite
web-newer = plus récentes
web-older = plus anciennes
web-saved = C’est inscrit.
web-again = Dupliquer
web-another = Inscrire autre chose
web-to-table = Voir les indicateurs
web-occurred = Quand cela a eu lieu
web-recorded = Inscription
web-about = Porte sur
web-batch = Importation
web-part-of = Fait partie de
web-became = Devenue
web-reason = Motif :
web-reason-why = Motif
web-give-type = Lui donner un type
web-documents = Pièces justificatives
web-counts = Valeurs où elle compte
web-versions = Versions
web-money = Argent
web-entries = { $count ->
    [one] { $count } inscription
   *[other] { $count } inscriptions
}
web-not-above = Les inscriptions qui ne sont pas montrées plus haut
web-in-journal = Voir au journal
web-in-table = Voir ses indicateurs
web-checks-lead = Rien de ceci n’est contraire à une règle; tout mérite un regard avant de publier une valeur.
web-see = Voir
web-no-plan = Aucun plan n’est adopté : « jalon plan FICHIER.toml » en adopte un.
web-objectives = Objectifs
web-groups = Groupes d’indicateurs
web-objectives-help = Combien d’indicateurs atteignent leur cible, à chaque fin d’exercice et aujourd’hui.
web-last = Dernières inscriptions
web-nothing-open = Rien n’attend.
web-never = Jamais renseignés
web-what-happened = Que s’est-il passé ?
web-gone = Le serveur ne répond plus; ce qui est montré ici n’est plus à jour. Ce qui est tapé reste dans ce navigateur : relancer « jalon servir », puis recharger la page.
web-what-help = Les mots de tous les jours suffisent : infolettre, conférence, entente. Type inconnu ?
web-last-types = Derniers types inscrits
web-required = obligatoire
web-not-saved = Rien n’est inscrit encore.
web-unfinished = On ne sait pas si c’est inscrit.
web-newcomer = n’est pas au répertoire; l’y inscrire comme
web-newcomer-like = Ressemble à
web-when = Quand
web-document = Pièce justificative
web-document-kind = Sorte de pièce
web-more = Autres champs, remarque, activité prévue
web-is-planned = L’activité est prévue
web-save = Inscrire
web-effect = Ce que cela changera
web-effect-hidden = Sans que le nombre affiché change : { $values }
moved-number = valeur exacte
moved-possible = certitude
moved-contradiction = contradiction
moved-grade = ce sur quoi elle repose
moved-entries = apports
web-effect-none = Aucune valeur ne change.
web-planned = { $period } n’a pas commencé : l’activité sera inscrite comme prévue.
web-ends-today = La période n’est pas finie : elle s’arrête aujourd’hui, le { $day }. Cocher « prévue » pour la garder entière.
web-note-help = Ce qui s’est passé, en vos mots. Une note ne compte nulle part tant qu’elle n’a pas de type; elle attend aux vérifications.
web-withdraw-help = L’inscription reste visible, barrée et avec le motif; elle ne compte plus nulle part.
web-confirm-help = L’activité prévue a eu lieu; elle compte désormais.
open-note = Notes sans type
open-planned = Prévues et passées
open-document = Pièces nommées, absentes du dossier
open-straddles = À cheval sur deux exercices
open-contradicts = Liste et total publié ne concordent pas
open-class = Catégorie non précisée
open-unreported = Exercices sans total
open-nowhere = Ne comptent nulle part
open-help-note = Leur donner un type, ou les retirer.
open-help-planned = Confirmer qu’elles ont eu lieu, les rectifier ou les retirer.
open-help-document = L’inscription nomme une pièce qui n’est pas dans le dossier du registre; la remettre d’une sauvegarde. Une inscription sans aucune pièce n’est pas ici : aucun type n’en exige, et ses valeurs sont marquées ◐.
open-help-straddles = Leurs jours sont dans deux exercices; préciser la date si elle est connue.
open-help-contradicts = Ce qui est détaillé dépasse le total qu’un rapport a publié.
open-help-class = Une règle demande ce que l’inscription ne dit pas; rectifier l’inscription ou la fiche du répertoire.
open-help-unreported = Une somme de totaux publiés n’en a aucun pour ces jours, et se lit « au moins »; inscrire le total qui manque dès qu’il est connu.
open-help-nowhere = Aucun indicateur d’aucun plan ne les compte, à aucune fin d’exercice; le type est peut-être un autre.
web-contradicts = ≠ : ce qui est détaillé contredit le total publié
web-effect-waits = Ce que cela changera se lit ici dès que les champs obligatoires sont remplis.
web-nothing-open-of = Rien d’ouvert
web-receipt = Accusé d’inscription : nº { $entry } · { $hash }
help-checks = Liste ce qui attend et mérite un regard avant de publier une valeur
checks-unapproved = Règles non approuvées : { $count }
          { $rules }
checks-kind = { $kind } : { $count }
usage-port = « { $typed } » n’est pas un port; écrire un nombre de 0 à 65535
web-add-part = Ajouter à la même activité
web-its-part = Comprend
web-indicators-with-target = Indicateurs qui ont une cible :
web-trend = Combien d’indicateurs atteignent leur cible, à chaque fin d’exercice; les nombres sont dans le tableau qui précède

# --- formulaires : envois, approbations, totaux, valeurs de la dernière fois --------
web-send = Marquer comme envoyé
web-send-help = Le tableau tel qu’il est ici se marque comme envoyé; chaque valeur dira ensuite où elle a été publiée, et si elle a changé depuis.
web-send-to = À qui
web-send-to-help = Un organisme ou un bureau; aucune personne n’est nommée.
web-send-form-help = Le fichier de cette forme est gardé avec la marque : c’est celui qu’il faut envoyer.
web-send-document = Ou le document envoyé
web-send-document-help = S’il est parti dans un autre document, un rapport par exemple : c’est lui qui est gardé.
web-send-nobody = il manque à qui le tableau a été envoyé
web-send-one = un envoi se marque avec un seul document; retirer les autres
web-send-changed = le registre a changé depuis que ce tableau a été montré; le revoir ci-dessus, puis marquer de nouveau
web-files = Fichiers :
web-published = Où elle a été publiée
web-published-differs = une autre valeur aujourd’hui
web-sent-again = tel qu’il a été envoyé
web-document-drop = Enlever
web-leave = Ne rien faire
web-approve = Approuver
web-approve-help = La version qui vaut compte désormais.
web-reject = Rejeter
web-reject-help = La version qui vaut ne compte pas; elle reste visible, avec le motif.
web-withdraw-correction = Retirer cette rectification
web-withdraw-correction-help = La rectification reste visible, avec le motif; ce qui valait avant elle vaut de nouveau.
web-withdraw-import-help = Toutes les inscriptions de l’importation sont retirées ensemble; elles restent visibles, barrées, et ne comptent plus nulle part. Les noms qu’elle a ajoutés au répertoire y restent.
web-total-help = Le total tel qu’un document l’a publié. L’ancienne version reste visible, avec le motif.
web-total-value = Valeur publiée
web-total-from = Du
web-total-to = Au
web-total-source = Document qui le publie
web-total-section = Section
web-total-line = Ligne
web-total-words = Ce qu’il dit, mot pour mot
web-no-source = un total a besoin du document qui le publie
web-same = Repris de la dernière inscription, le
web-same-help = Dans un champ marqué, la touche Échap efface.
web-same-mark = comme la dernière fois
web-awaiting = En attente d’approbation
web-same-none = Ne rien reprendre
web-keys-single = Touches d’une seule lettre
web-keys-single-help = Elles ne valent jamais pendant qu’un formulaire se remplit. Sans elles restent Ctrl ↵, Échap et le bouton de cette liste au bas de la page; ce navigateur s’en souvient.
web-key-clear = Effacer une valeur reprise
web-indicators-all = Indicateurs :
web-counting = { $count ->
    [0] aucun des { $of } indicateurs n’en compte quelque chose
    [one] { $count } des { $of } indicateurs en compte quelque chose
   *[other] { $count } des { $of } indicateurs en comptent quelque chose
}
web-counting-help = Combien d’indicateurs comptent quelque chose de ce que le filtre laisse passer, à chaque fin d’exercice et aujourd’hui. Les cibles valent pour l’ensemble : rien ne s’y compare ici.
web-counting-trend = Combien d’indicateurs comptent quelque chose de ce que le filtre laisse passer, à chaque fin d’exercice; les nombres sont dans le tableau qui précède
web-no = nº
web-counts-none = aucune ne la compte; le motif est à côté
web-not-in-force = le plan « { $plan } » n’est en vigueur qu’à partir du { $day }; demander ce jour ou un jour d’après
### Importer dans le navigateur
help-import-maps = Ce que veut dire une colonne qui s’appelle autrement : son nom de colonne et celui d’une colonne connue ou d’un champ; COLONNE=- n’importe pas la colonne
help-journal-batch = Seulement ce qui vient de cette importation, par son numéro ou son identifiant
csv-said-head = aucune colonne ne s’appelle « { $head } »; écrire dans --map un nom de colonne du fichier
web-import = Importer
web-import-from = Importer un tableur
web-import-steps = Étapes
web-import-step-file = Fichier
web-import-step-columns = Colonnes
web-import-step-rows = Lignes
web-import-file = Fichier à importer
web-import-file-help = Un classeur .xlsx, ou du CSV (.csv, .tsv, .txt); jusqu’à 64 Mo. Il peut aussi se déposer n’importe où sur la page.
web-import-help = Rien n’est inscrit avant d’avoir vu chaque ligne. Une importation s’ajoute à ce qui est là, d’un coup ou pas du tout, et se retire d’un coup.
web-import-to-columns = Voir les colonnes
web-import-none = aucun fichier n’a été choisi
web-import-form = « { $name } » n’est ni un classeur .xlsx ni du CSV; l’enregistrer sous l’un de ces formats dans le tableur. Du JSON Lines s’importe par « jalon importer ».
web-import-gone = Ce fichier n’est plus gardé : il a été importé, ou il a attendu trop longtemps. Le choisir de nouveau.
web-import-unread = { $typed }
web-import-line = ligne { $line }
web-import-columns = Ce que veulent dire les colonnes
web-import-columns-help = Ce qui a été compris est déjà choisi; le reste se choisit ici. Rien n’est inscrit encore.
web-import-rows-count = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
web-import-read-sheet = Lire cette feuille
web-import-holds = Chaque ligne est
web-import-holds-each = ce que dit une colonne « Type »
web-import-heads-line = Noms de colonnes à la ligne
web-import-head = Colonne du fichier
web-import-values = Premières valeurs
web-import-means = Veut dire
web-import-choose = à choisir
web-import-leave = Ne pas importer
web-import-always = Toute activité
web-import-unknown = Nom de colonne inconnu
web-import-nameless = Colonne sans nom
web-import-twice = Une autre colonne le dit déjà; en choisir une
web-import-two-meanings = Ce nom a deux sens; en choisir un
web-import-lacks = Aucune colonne ne donne « { $what } », qui est obligatoire
web-import-lacks-field = Aucune colonne ne donne « { $what } », obligatoire pour le type « { $kind } »
web-import-lacks-type = Choisir ce qu’est chaque ligne, ou la colonne qui en dit le type
web-import-open = Des colonnes restent à choisir
web-import-no-sheet = Aucune feuille n’est à lire; en choisir une
web-import-to-rows = Voir les lignes
web-import-again = Relire les colonnes
web-import-rows = Ce que deviendra chaque ligne
web-import-would = { $count ->
    [one] { $count } ligne serait inscrite
   *[other] { $count } lignes seraient inscrites
}
web-import-refused = { $count ->
    [one] { $count } ligne est refusée : rien n’est encore inscrit. Corriger le fichier et le choisir de nouveau, ou revoir les colonnes.
   *[other] { $count } lignes sont refusées : rien n’est encore inscrit. Corriger le fichier et le choisir de nouveau, ou revoir les colonnes.
}
web-import-nothing = Il n’y a rien à inscrire : tout est déjà là.
web-import-all = Toutes
web-import-tab-refused = Refusées
web-import-tab-alike = Comme une autre
web-import-tab-added = Seraient inscrites
web-import-tab-planned = Seraient prévues
web-import-tab-there = Déjà là
web-import-tabs = Lignes, par ce qu’elles deviendront
web-import-before = lignes d’avant
web-import-after = lignes suivantes
web-import-record = { $count ->
    [one] Inscrire { $count } ligne
   *[other] Inscrire les { $count } lignes
}
web-import-and-bodies = { $count ->
    [one] et { $count } nouveau nom au répertoire
   *[other] et { $count } nouveaux noms au répertoire
}
web-import-whole = Toutes ensemble, comme une importation qui se retire d’un coup.
web-import-back = Revoir les colonnes
web-import-other-file = Choisir un autre fichier
web-import-names = Noms que le répertoire n’a pas
web-import-names-help = Dire pour chacun quel nom du répertoire il est, ou l’y inscrire avec l’importation.
web-import-like = Peut-être le même nom que
web-import-settle = à trancher
web-import-is = C’est
web-import-new = L’inscrire au répertoire comme
web-import-other = ou c’est, au répertoire :
web-import-settle-save = Relire les lignes avec ces noms
web-import-times = { $count ->
    [one] { $count } fois
   *[other] { $count } fois
}
web-import-more-names = { $count ->
    [one] et { $count } autre nom, une fois ceux-ci tranchés
   *[other] et { $count } autres noms, une fois ceux-ci tranchés
}
web-import-moved = Le registre a changé depuis que cette page a été faite; ce qui suit est à jour. Rien n’a été inscrit encore.
web-column-type = Type d’activité
web-column-on = Date ou période
web-column-occurredfrom = Premier jour
web-column-occurredto = Dernier jour
web-column-subject = Sujet (nom du répertoire)
web-column-note = Remarque
web-column-basis = Fondement
web-column-citation = Source citée
web-column-citation-section = Section de la source
web-column-citation-line = Ligne de la source
web-column-citation-words = Mots de la source
web-column-id = Identifiant de l’inscription
web-column-partof = Fait partie de (identifiant)
web-column-indicator = Indicateur
web-column-from = Premier jour
web-column-to = Dernier jour
web-column-value = Valeur
web-entries-of-batch = Apporte
web-batch-id = Identifiant
web-batch-file = Empreinte du fichier
web-journal-whole = tout le journal
body-settle = le trancher parmi les noms que le répertoire n’a pas
### Sheets read and written: the register, new names, several sheets

help-import-sheets = La feuille d’un classeur à lire, par son nom ou son numéro; sinon toutes celles qui ne sont pas masquées. Plusieurs fois
help-import-new = Inscrire au répertoire, comme cette sorte, ce que les lignes nomment et qui n’y est pas; plusieurs fois
help-import-distinct = Un nom qui est bien un autre que ceux qui lui ressemblent; plusieurs fois
preview-body = au répertoire : { $name } ({ $body })
import-alike-name = { $spot }: « { $typed } » ressemble à « { $other } » ({ $place }), et le répertoire n’a ni l’un ni l’autre; si c’est le même, l’écrire de la même façon
import-newcomer = { $place }: au répertoire : { $name } ({ $body })
import-ask-new = { $count ->
    [one] Inscrire ce nom au répertoire, et importer ?
   *[other] Inscrire ces { $count } noms au répertoire, et importer ?
}
sheet-unknown = aucune feuille ne se nomme « { $typed } » ni n’a ce numéro; il y a { $names }
sheet-none-here = ce fichier n’est pas un classeur et n’a pas de feuille « { $typed } »; enlever --sheet
rows-body-kind = « { $typed } » n’est pas une sorte; écrire organisation, projet, livrable ou personne
rows-body-id = « { $typed } » n’est pas l’identifiant d’un tel nom du répertoire, par exemple organisation/mon-nom; l’effacer, et il est fait du nom
rows-no-body-id = aucun identifiant ne peut être fait de « { $typed } »; le donner sous Identifiant, par exemple organisation/mon-nom
rows-which-kind = « { $typed } » peut être de plus d’une des sortes que donne --new; l’ajouter d’abord : jalon répertoire NOM --kind SORTE
rows-like-body = le répertoire a déjà un nom qui ressemble à « { $typed } » : { $near }; écrire celui-là, ou, si c’est un autre, jalon importer … --distinct "{ $typed }"
rows-like-row = « { $typed } » ressemble à « { $other } » ({ $place }); l’écrire de la même façon, ou, si c’est un autre, jalon importer … --distinct "{ $typed }"
rows-closed-names = « { $typed } » est peut-être une personne qui est déjà au répertoire : { $count ->
    [one] un nom y est scellé, et sa clé n’est pas
   *[other] { $count } noms y sont scellés, et leurs clés ne sont pas
} sur cet ordinateur; écrire son identifiant, ou, si c’est une autre personne, jalon importer … --distinct "{ $typed }"
web-import-bodies = Fiche du répertoire
web-import-attributes = Ce que l’on sait d’un nom du répertoire
web-column-kind = Sorte (organisation, projet, livrable, personne)
web-column-name = Nom
web-column-name-en = Nom en anglais
web-column-synonyms = Autres noms
web-column-since = Depuis
web-import-refused-names = { $count ->
    [one] { $count } ligne est refusée : rien n’est encore inscrit. Trancher d’abord les noms que le répertoire n’a pas.
   *[other] { $count } lignes sont refusées : rien n’est encore inscrit. Trancher d’abord les noms que le répertoire n’a pas.
}
problem-no-indicators = aucun plan n’a d’indicateur; en adopter un d’abord : jalon plan FICHIER.toml, ou jalon adopter TABLEAU.xlsx
template-totals = Totaux publiés
template-register = Répertoire
template-of-totals = des valeurs déjà publiées, sans le détail qui les compose : une ligne par indicateur et par date.
template-of-register = les organisations, projets, livrables et personnes à ajouter, avant les activités qui les nomment : tout peut être rempli dans le même classeur.
template-column-total-indicator = Indicateur
template-column-total-from = Du
template-column-total-to = Au
template-column-total-value = Valeur
template-column-total-source = Source
template-column-total-section = Section
template-column-total-line = Ligne
template-column-total-note = Remarque
template-help-total-indicator = L’indicateur, comme le plan le nomme.
template-help-total-from = Le premier jour de ce qui est compté, s’il est dit : 2023-04-01, 1er avril 2023. Vide : depuis le début du plan.
template-help-total-to = Le dernier jour de ce qui est compté : 2024-03-31, 31 mars 2024.
template-help-total-value = Le total tel que publié, dans l’unité de l’indicateur : 12, 4 200 000, 85 %, environ 50, au moins 50.
template-help-total-source = Le document qui le publie, par son nom court : Rapport annuel 2023-2024.
template-help-total-section = L’endroit du document : Annexe 1.
template-help-total-line = La ligne ou la page.
template-help-total-note = Une remarque en mots.
template-column-body-kind = Sorte
template-column-body-name = Nom
template-column-body-english = Nom en anglais
template-column-body-country = Pays
template-column-body-since = Depuis
template-column-body-synonyms = Autres noms
template-column-body-source = Source
template-column-body-id = Identifiant
template-help-body-kind = Ce que c’est : organisation, projet, livrable ou personne.
template-help-body-name = Le nom entier, comme on le lira dans les rapports. Le nom d’une personne est scellé.
template-help-body-english = Le nom en anglais, s’il est autre.
template-help-body-country = Le pays où elle est établie : son nom, ou son code ISO 3166-1.
template-help-body-since = Le jour depuis lequel on le sait. Vide : aujourd’hui.
template-help-body-synonyms = Des sigles et d’autres noms, séparés par des points-virgules.
template-help-body-source = Le document qui le dit, par son nom court.
template-help-body-id = Par exemple organisation/mon-nom. Vide : il est fait du nom.
template-help-body-attribute = { $name }, tel que le plan l’emploie; plusieurs valeurs se séparent par des points-virgules.
rows-not-register = cette ligne n’est pas du répertoire; jalon importer FICHIER lit les activités et les totaux
cell-serial = { $head } : « { $typed } » est sans doute le numéro du { $day } pour les tableurs; donner à la cellule le format d’une date, ou écrire { $day }

### What a table says of itself, and what is asked at a terminal

help-adopt-left-out = Une ligne que la moyenne de son groupe laisse de côté, par son numéro, ou « aucune »; plusieurs fois
help-adopt-yes = Ne rien demander, à un terminal non plus
usage-left-out = « { $typed } » n’est pas le numéro d’une ligne du tableau, ni « aucune »; écrire par exemple --leave-out 27
adopt-differing = { $count ->
    [one] Un pourcentage imprimé ne découle pas des nombres imprimés; le tableau refait celui qui en découle :
   *[other] { $count } pourcentages imprimés ne découlent pas des nombres imprimés; le tableau refait ceux qui en découlent :
}
adopt-differs-row = « { $label } » imprime { $printed }; ses nombres donnent { $follows } %
adopt-differs-group = le groupe « { $label } » imprime { $printed }; la moyenne de ses lignes est { $follows } %
adopt-differs-printed = le groupe « { $label } » imprime { $printed }; la moyenne des pourcentages imprimés de ses lignes, mais celle de leurs quotients est { $follows } %
adopt-leftout-deduced = La moyenne de « { $group } » laisse sans doute de côté ces lignes, sans lesquelles elle est celle qui est imprimée ({ $printed }), ce qui n’est vrai d’aucune autre : { $rows }. --leave-out dit lesquelles, ou aucune.
adopt-leftout-said = La moyenne de « { $group } » laisse de côté : { $rows }.
adopt-question-asat = Jusqu’à quel jour vont ces totaux ?
adopt-question-since = Quel est le premier jour du plan ?
adopt-question-currency = De quelle monnaie est « { $typed } » ?
adopt-question-yearend = Quand finit l’exercice « { $typed } » (MM-JJ) ?
adopt-question-years = Les colonnes d’années portent-elles ce que chaque exercice a ajouté (exercice), ou tout ce qu’il y avait à sa fin (cumul) ?
adopt-question-thousands = « { $typed } » se lit de deux façons : quel signe est entre les milliers, « , » ou « . » ?
adopt-question-column = La colonne « { $typed } » porte la même chose qu’une autre : que porte-t-elle ?
adopt-question-target = Quelle est la cible « { $typed } » : un nombre, ≤ 10 où moins est mieux, ou aucune ?
adopt-question-row = « { $typed } » est sous le tableau après une ligne vide, avec une cible et sans total : un indicateur, ou rien du tableau ?
adopt-answer-within = exercice
adopt-answer-todate = cumul
adopt-answer-nothing = rien
adopt-answer-none = aucune
adopt-answer-number = numéro
adopt-answer-objective = objectif
adopt-answer-group = groupe
adopt-answer-label = indicateur
adopt-answer-target = cible
adopt-answer-total = réalisé
adopt-answer-percent = pourcentage
adopt-answer-unit = unité
adopt-ask-source = L’adresse du registre, par exemple https://registre.exemple.org/activites
adopt-ask-prefix = Le préfixe de ses types d’activité, par exemple org.exemple
adopt-why-sumcolumn = la colonne « { $typed } » est celle des sommes des années, que le tableau refait; --column dit autre chose
adopt-why-earliertarget = la cible « { $typed } » est de jours d’avant ceux d’une autre, et un plan a une cible par indicateur; jalon plan la révise
adopt-not-added = D’après leur libellé, ces indicateurs ne s’additionnent pas d’une année à l’autre : { $rows }. Leur valeur est le dernier total publié.
adopt-down = De ces indicateurs, moins est mieux, d’après leur cible : { $rows }.
adopt-undated = « { $head } » nomme son jour, et le registre montre des valeurs de tous les jours : sa colonne s’appelle « { $undated } ».
help-value-head-name = COLONNE=NOM
help-value-row = LIGNE

### Of a table that is adopted: levels, numbers and days without a total

adopt-why-above = « { $typed } » se trouve au-dessus du tableau
adopt-why-level = « { $typed } » est un titre au-dessus des objectifs et des groupes, que le plan n’a pas; --level dit ce qu’est sa ligne
adopt-why-note = « { $typed } » est sous le tableau après une ligne vide, et ce qui suit n’est pas un nombre : c’est pris pour une note; --level le dit autrement, par exemple 12=indicateur
adopt-unsure = Rien, ni retrait ni ligne vide, ne dit où finissent ces intitulés : toutes les lignes qui les suivent sont prises sous eux. { $rows }. Pour sortir une ligne, et celles d’après, de son intitulé, par exemple : --level 40=seul
adopt-unsure-rows = « { $heading } » (lignes { $from } à { $to })
adopt-unsure-unit = La ligne { $line }, « { $label } », n’a pas l’unité des autres lignes de « { $heading } » : elle n’en est peut-être pas. --level { $line }=seul
adopt-absent = { $count ->
    [one] Un total manque là où d’autres lignes en ont un, ou la ligne le dit non disponible :
   *[other] { $count } totaux manquent là où d’autres lignes en ont un, ou la ligne les dit non disponibles :
}
adopt-absent-notstated = « { $label } » : { $typed } au { $to }; sa valeur n’est que celle de l’exercice, et au { $to } elle est n/d
adopt-absent-earlier = « { $label } » : { $typed } au { $to }; à ce jour, le registre montrera le dernier total publié, celui au { $earlier }
adopt-absent-unadded = « { $label } » : { $typed } au { $to }; la somme des exercices ne contient pas celui-là, et elle est au moins ce que donnent les autres
adopt-as-of-year = Repris tel que publié dans { $file } : la valeur est le total publié pour l’exercice, sans le détail qui le compose; celui d’un exercice ne vaut pas pour un autre.
## Comment s’appellent les fichiers, et ce qu’ils portent

usage-named-otherwise = { $out } est le nom d’un fichier de format { $named } et non { $asked }; rien n’est écrit
    .hint = omettre --format, ou donner au fichier la terminaison .{ $asked ->
        [text] txt
       *[other] { $asked }
    }
usage-name-tells-nothing = la terminaison de { $typed } n’est celle d’aucun format; rien n’est écrit
    .hint = .xlsx, .csv, .html, .md, .json ou .txt; ou dire lequel avec --format
template-head-field = { $label } (champ)
template-head-name = { $label } (champ : { $name })
template-not-a-date = Ce n’est pas un jour : l’écrire 2024-03-31, ou en toutes lettres.
template-not-a-number = Ce n’est pas un nombre.
template-not-in-list = La liste n’a pas cette valeur. La garder tout de même ?
# Ce que la relecture des pages a demandé
web-not-known = pas encore connu
refused-sent-address = « { $typed } » est une adresse de courriel, qui désigne une personne, et ce que le registre garde y reste : nommer l’organisation ou l’instance
refused-not-to-come = ce qui finit le { $day } n’est pas à venir : retirer « prévue » (--planned), ou donner une période qui finit après aujourd’hui
web-deliverables = Livrables
web-import-record-others = Inscrire { $other ->
    [one] l’autre ligne
   *[other] les { $others } autres lignes
}, { $count ->
    [one] laisser la ligne refusée
   *[other] laisser les { $left } refusées
}
web-import-lines = { $count ->
    [one] ligne { $lines }
   *[other] lignes { $lines }
}
web-import-leave-refused = Laisser de côté ce qui est refusé
web-import-leave-why = pourquoi
web-import-leave-file = Lignes refusées, avec les motifs (CSV)
web-import-leave-help = Les lignes refusées ne sont pas inscrites : le fichier CSV permet de les corriger dans un tableur et de les importer ensuite.
web-import-left-file = lignes-refusees
web-import-left-line = Ligne refusée
web-import-left-why = Motifs du refus
# Un total publié que l’on inscrit dans le navigateur
web-total-new = Inscrire un total publié
web-total-new-help = Le total tel qu’un document le publie, jusqu’à un jour. Il vaut à partir de ce jour; ceux d’avant restent visibles.
web-totals = Totaux publiés
web-totals-help = Ces indicateurs sont repris d’un tableau : leur valeur est le total que l’on publie. Aucun type d’activité n’y compte encore.

# Un type d’activité de quelques mots, et ce qui le compte.
counting-entries = Chaque activité « { $type } » compte pour 1; les totaux publiés valent jusqu’à leur dernier jour.
counting-sum = Le champ « { $field } » des activités « { $type } », additionné; les totaux publiés valent jusqu’à leur dernier jour.
counting-distinct = Les différentes valeurs du champ « { $field } » des activités « { $type } »; après un total publié, ce qui s’y ajoute est seulement possible.
new-type-no-name = « { $typed } » n’a pas assez de lettres pour en faire un nom
    .hint = écrire deux mots, comme « Atelier tenu »; pour un type, un nom se donne aussi avec --id
new-type-name = « { $typed } » n’est pas un nom de type
    .hint = deux mots ou plus, en lettres minuscules sans accent, joints par un point : atelier.tenu
new-type-no-kind = « { $typed } » ne dit pas ce que le champ contient
    .hint = le dire après un deux-points : « Participants: nombre »
new-type-kind = « { $typed } » n’est pas une sorte de champ
    .hint = au choix : texte, nombre, décimal, montant, date, oui-non, choix(…), confidentiel, organisation(s), personne(s), projet(s), livrable(s)
new-type-no-choices = le champ « { $typed } » n’offre aucun choix
    .hint = les écrire entre parenthèses : choix(en salle, en ligne)
new-type-twice = « { $typed } » porte le même nom qu’un autre
    .hint = deux champs d’un type, ou deux choix d’un champ, ont des noms différents
refused-count-no-plan = aucun plan n’est adopté dans lequel un indicateur pourrait compter
    .hint = l’adopter d’abord, avec « jalon adopter » ou « jalon plan », ou définir le type sans indicateur
refused-type-there = le type « { $kind } » existe déjà
    .hint = choisir un autre libellé, ou un autre nom avec --id
refused-counts-otherwise = l’indicateur « { $indicator } » se calcule déjà autrement : { $kind }
    .hint = compter de la même façon, ou changer sa règle dans un fichier de plan
refused-other-unit = l’indicateur « { $indicator } » a une autre unité que ce qui serait compté
    .hint = de l’argent s’additionne à partir d’un champ « montant »; un pourcentage ne se compte pas
refused-no-number = le type « { $kind } » n’a pas de champ « { $field } » qui soit un nombre ou un montant
    .hint = nommer un champ du type par son libellé
refused-before-version = le plan est en vigueur tel quel depuis le { $from }; il ne peut pas changer dès le { $since }
    .hint = choisir ce jour ou un jour plus tard
help-total = Inscrit un total tel qu’une source le donne
help-total-indicator = L’identifiant ou le libellé de l’indicateur
help-total-value = Sa valeur, dans son unité
help-total-as-at = Le dernier jour que le total couvre; aujourd’hui par défaut
help-total-from = Le premier jour que le total couvre; par défaut celui du plan, ou de l’exercice
help-total-note = Une remarque
help-total-source = La source qui le dit
help-total-section = La section de la source
help-total-line = La ligne de la source
help-total-words = Ce que dit la source, mot pour mot
help-type = Définit un type d’activité, et l’indicateur qui le compte
help-type-label = Son libellé; après une barre en anglais : « Atelier tenu|Workshop held »
help-type-id = Son nom, comme atelier.tenu; tiré du libellé par défaut
help-type-fields = Un champ : libellé, * s’il est obligatoire, deux-points et sorte, comme « Participants*: nombre » (texte, nombre, décimal, montant, date, oui-non, choix(…), confidentiel, organisation(s), personne(s), projet(s), livrable(s)); plusieurs fois
help-type-words = Un autre mot pour le dire; plusieurs fois
help-type-counts = L’indicateur dans lequel il compte; plusieurs fois
help-type-sum = Compter la somme de ce champ
help-type-distinct = Compter les différentes valeurs de ce champ
help-type-from = Le jour à partir duquel il compte; par défaut, après le dernier total publié
help-type-dry-run = Montre ce qui changerait, et ne change rien
help-value-label = LIBELLÉ
help-value-field = CHAMP
help-value-date = DATE
help-value-value = VALEUR
web-type-new = Définir un type d’activité
web-type-new-help = Ce qui se passe chez vous et qui compte : un atelier, une entente, un don. Les mots que l’on dit, ce que l’on en note, et l’indicateur que cela fait avancer.
web-type-label = Libellé
web-type-words = Autres mots, séparés par des virgules
web-type-field = Champ
web-type-takes = Ce qu’il contient
web-type-choices = Choix, séparés par des virgules
web-type-required = obligatoire
web-type-counts = Indicateur
web-type-how = Ce qui compte
web-type-how-entries = Chaque activité compte pour 1
web-type-how-sum = La somme d’un champ
web-type-how-distinct = Les différentes valeurs d’un champ
web-type-which = De quel champ
web-type-since = À partir du
web-type-in-english = En anglais, s’il diffère
web-type-no-indicator = Aucun
web-type-sentence = « { $type } » ({ $id }) pourrait être inscrit.
web-type-adopted = Une nouvelle version du plan serait en vigueur dès le { $day }.
web-type-kind-organisation = Organisation
web-type-kind-organisations = Organisations
web-type-kind-person = Personne
web-type-kind-persons = Personnes
web-type-kind-project = Projet
web-type-kind-projects = Projets
web-type-kind-deliverable = Livrable
web-type-kind-deliverables = Livrables
web-type-kind-text = Texte
web-type-kind-count = Nombre entier
web-type-kind-decimal = Nombre décimal
web-type-kind-money = Montant
web-type-kind-date = Date
web-type-kind-yesno = Oui ou non
web-type-kind-choice = Choix
web-type-kind-sealed = Confidentiel

### Échantillons
help-sample = Tire des apports d’une valeur, à tester par l’auditeur, et inscrit ce qu’il a constaté
help-sample-indicator = L’identifiant ou le libellé de l’indicateur; ou un échantillon inscrit, par son numéro ou son identifiant. Sans rien : la liste des échantillons inscrits
help-sample-size = Combien d’apports tirer, outre ceux qui sont tous retenus
help-sample-seed = Le germe : un texte ou un nombre qui décide de ce qui est tiré, choisi par l’auditeur
help-sample-method = Comment tirer : random (au hasard, sans remise), interval (un sur n) ou monetary (par unités monétaires); random sinon. En français : hasard, intervalle, monétaire
help-sample-all-above = Retenir d’abord tous les apports de plus de ce montant, et tirer parmi les autres
help-sample-with = Seulement les inscriptions qui nomment ce projet ou ce partenaire, par son identifiant ou son nom
help-sample-out = Le papier de travail à écrire (.xlsx), avec des colonnes à remplir
help-sample-results = Un papier de travail rempli, en classeur ou en CSV : ce qui y est constaté est inscrit
help-value-count = NOMBRE
help-value-seed = GERME
help-value-method = MÉTHODE
help-value-amount = MONTANT
help-value-workpaper = FICHIER
sample-title = Échantillon d’audit
sample-of = Indicateur
sample-value = Valeur
sample-known = { $size }; la dernière, nº { $entry }
sample-population = Population
sample-nothing = { $count ->
    [one] { $count } apport de 0 est en dehors
   *[other] { $count } apports de 0 sont en dehors
}
sample-above = Tous retenus au-dessus de
sample-method = Tirage
sample-method-random = au hasard, sans remise
sample-method-interval = un apport sur n
sample-method-interval-every = un apport sur { $interval }, d’après un départ que donne le germe
sample-method-monetary = par unités monétaires
sample-method-monetary-every = par unités monétaires, une sur { $interval }, d’après un départ que donne le germe
sample-size = Taille demandée
sample-seed = Germe
sample-drawn = Apports à tester
sample-reference = Empreinte des paramètres
sample-strata = Strates
sample-stratum = { $name } : { $drawn } sur { $count }
sample-stratum-amounts = { $counts } · { $drawn } sur { $total }
sample-stratum-above = plus de { $amount }, tous retenus
sample-stratum-certain = { $amount } ou plus (l’intervalle), certains d’être tirés
sample-stratum-rest = les autres, tirés
sample-stratum-all = toute la population, tirés
sample-stratum-unreached = 0 ou moins, sans unité à tirer : à tester à part
sample-items = { $count ->
    [one] { $count } apport à tester
   *[other] { $count } apports à tester
}
sample-found = nº { $entry } : { $found }
sample-exception = écart constaté
sample-agrees = rien à signaler
sample-tested-on = testé le { $day }
sample-audited = montant constaté { $amount }
sample-results = { $exceptions ->
    [0] Testés (échantillon nº { $entry }) : { $tested } sur { $count }, aucun écart constaté
    [one] Testés (échantillon nº { $entry }) : { $tested } sur { $count }, { $exceptions } écart constaté
   *[other] Testés (échantillon nº { $entry }) : { $tested } sur { $count }, { $exceptions } écarts constatés
}
sample-untested = { $count ->
    [one] { $count } apport n’est pas testé : rien n’est extrapolé
   *[other] { $count } apports ne sont pas testés : rien n’est extrapolé
}
sample-no-amount = Le montant constaté de l’écart constaté au nº { $entry } n’est pas précisé : rien n’est extrapolé
sample-projection = Extrapolé à la population (estimation) : { $total }, dont { $known } constatés dans ce qui est tout retenu et { $projected } extrapolés
sample-tainted = nº { $entry } : ({ $amount } − { $audited }) ÷ { $amount } = { $tainting }, sur un intervalle de { $interval } : { $projected }
sample-known-error = nº { $entry } : { $amount } − { $audited } = { $projected }, tout retenu
sample-formula = Chaque unité tirée en représente autant que l’intervalle : (montant − montant constaté) ÷ montant × intervalle. C’est l’écart le plus probable, sans marge pour le risque d’échantillonnage.
sample-projection-without = Les apports de 0 ou moins n’y sont pas.
sample-words = Échantillon de « { $label } » au { $day } : { $items ->
    [one] { $items } apport
   *[other] { $items } apports
}, { $method }, germe « { $seed } »
sample-counts = { $exceptions ->
    [0] testés : { $tested }; aucun écart constaté
    [one] testés : { $tested }; { $exceptions } écart constaté
   *[other] testés : { $tested }; { $exceptions } écarts constatés
}
sample-none = Aucun échantillon n’est inscrit. Il l’est quand un papier de travail rempli revient : jalon échantillon --results FICHIER
sample-nothing-new = rien de nouveau n’est rempli dans ce papier; rien n’est inscrit
paper-cover = Paramètres
paper-items = Apports à tester
paper-nth = Rang
paper-subject = Sujet
paper-stratum = Strate
paper-documents = Pièces et empreintes
paper-tested = Testé
paper-exception = Écart constaté
paper-audited = Montant constaté
paper-remark = Remarque de l’auditeur
paper-tester = Testé par
paper-on = Testé le
paper-sample = Échantillon
paper-document = { $name } ({ $kind })
    BLAKE3 { $blake3 }
    SHA-256 { $sha256 }
paper-how = Comment le remplir
paper-how-fill = À la feuille suivante, les colonnes grises sont à remplir. « Testé » et « Écart constaté » se choisissent dans une liste, oui ou non; une ligne laissée vide n’est pas testée. Ne rien changer aux autres colonnes.
paper-how-exception = Où un écart est constaté, « Montant constaté » dit le montant que les pièces établissent; 0 où rien ne l’établit.
paper-how-back = Le papier rempli revient par « jalon échantillon --results FICHIER » : chaque constat devient une inscription, et le papier est gardé avec le registre. « Testé par » n’est pas inscrit, car le registre ne nomme personne en clair; le papier le garde.
paper-how-again = Les mêmes paramètres tirent les mêmes apports, avec tout autre outil aussi : docs/format.md dit comment, à l’octet près.
paper-no-rows = le papier de travail n’a aucune ligne
paper-no-sample = la colonne « Échantillon » ne dit pas ce qui tire cet échantillon
    .hint = la remettre telle que « jalon échantillon … --out » l’a écrite
paper-other-sample = cette ligne est d’un autre échantillon que les lignes au-dessus
paper-not-drawn = cet échantillon ne tire pas cette inscription
paper-other-entry = ce numéro est celui d’une autre inscription; l’identifiant est celui de #{ $entry }
paper-not-a-count = le montant constaté de ce qui se compte est un nombre entier, jamais sous zéro
paper-twice = cette inscription est déjà plus haut
paper-missing = { $count ->
    [one] l’échantillon tire aussi { $entries }, qui n’a pas de ligne
   *[other] l’échantillon tire aussi { $entries }, qui n’ont pas de ligne
}
paper-other-amount = ce montant n’est pas celui du registre, { $amount }
    .hint = un autre montant se met sous « Montant constaté »
paper-not-marked = quelque chose est rempli, et « Testé » n’est pas oui
paper-no-verdict = « Testé » est oui, et « Écart constaté » n’est ni oui ni non
paper-no-exception = le montant constaté n’est pas celui du registre, et « Écart constaté » n’est pas oui
list-no-heads = aucune ligne d’aucune feuille ne nomme les colonnes cherchées
unsampled-share = un pourcentage n’est pas fait d’apports à tirer; tirer de « { $part } » ou de « { $whole } »
unsampled-in-words = une valeur en mots n’a pas de montants
    .hint = --method random ou --method interval, sans --all-above
unsampled-nothing = rien ne compte dans cette valeur : il n’y a rien à tirer
refused-sample-entries = cet échantillon n’est pas tiré des { $size } premières inscriptions de ce registre
refused-not-drawn = l’échantillon ne tire pas l’inscription { $entry }
refused-tested-earlier = le test est daté du { $day }, avant le { $recorded } : ce qui a été testé n’était pas inscrit
refused-tested-later = rien ne peut avoir été testé le { $day }, qui n’est pas venu
problem-no-sample = aucun échantillon n’est inscrit sous « { $typed } »
    .hint = jalon échantillon les liste; un indicateur se nomme par son identifiant ou son libellé
usage-sample-size = il manque la taille : --size NOMBRE, d’au moins 1
usage-sample-seed = il manque le germe : --seed TEXTE, que choisit l’auditeur; le même germe tire les mêmes apports
usage-sample-above = « { $typed } » n’est pas un montant au-dessus duquel tout retenir
usage-no-sample = aucun échantillon n’est demandé : nommer un indicateur
misstep-not-a-row = son échantillon n’est pas tiré d’une valeur de ce plan
misstep-no-sample = elle ne nomme aucun échantillon avant elle qui vaille
misstep-tested-later = c’est testé après avoir été inscrit
entry-sample-drawn = échantillon d’audit
entry-sample-tested = test d’un apport
named-other-sample = jalon échantillon { $entry } le montre; jalon retirer { $entry } le retire, avec tout ce qui y est constaté
named-other-tested = un autre constat du même apport le remplace : jalon échantillon --results FICHIER
receipt-sample-withdrawn = retrait de l’échantillon nº { $entry }, avec tout ce qui y est constaté
receipt-tested = test du nº { $entry } : { $found }
show-tested = Testée (nº { $entry }, échantillon nº { $sample }) : { $found }
open-exception = Écarts constatés par un auditeur
open-help-exception = Rectifier ou retirer l’inscription, ou faire tester de nouveau.
sample-found-label = Constat
sample-found-in-all = Constats
sample-reported = Dont totaux publiés
sample-reported-is = { $amount }, { $count } sur { $of } : ce dont ils sont faits n’est pas inscrit, et rien n’en est tiré
sample-item-above = tout retenu
sample-item-certain = certain d’être tiré
sample-item-rest = tiré
sample-item-unreached = à tester à part

### Liste externe
help-match = Compare une liste externe au registre : ce qui y est pareil, presque pareil, et ce qui manque d’un côté ou de l’autre
help-match-list = La liste : un classeur (.xlsx) ou un CSV
help-match-kind = La comparer aux activités de ce type
help-match-indicator = La comparer à ce que compte cet indicateur
help-match-with = Seulement les inscriptions qui nomment ce projet ou ce partenaire, par son identifiant ou son nom
help-match-from = Seulement ce qui a eu lieu à partir de ce jour; d’une période, le premier
help-match-to = Seulement ce qui a eu lieu jusqu’à ce jour; d’une période, le dernier
help-match-days = De combien de jours deux dates proches peuvent s’écarter
help-match-sheets = La feuille d’un classeur à lire, par son nom ou son numéro. Plusieurs fois
help-match-maps = Ce que veut dire une colonne qui s’appelle autrement : COLONNE=date, amount, name, title, reference ou id; COLONNE=- la laisse de côté. Plusieurs fois
help-match-all = Montre aussi ce qui est pareil
help-match-no-fail = Finit bien même où il manque quelque chose ou que quelque chose diffère
help-match-out = Le classeur à écrire (.xlsx)
help-value-list = LISTE
match-title = { $file }, comparée { $of }{ $days }
match-of-indicator = à ce que compte « { $label } » au { $day }
match-of-type = aux activités « { $label } »
match-of-all = au registre
match-days = , du { $from } au { $to }
match-days-from = , à partir du { $from }
match-days-to = , jusqu’au { $to }
match-rows = Lignes de la liste : { $count }
match-items = Inscriptions regardées : { $count }
match-exact = Pareilles : { $count }
match-near = Presque pareilles : { $count }
match-missing-in-ledger = Lignes absentes du registre : { $count }
match-missing-in-list = Inscriptions absentes de la liste : { $count }
match-with-sum = { $words } · { $sum }
match-apart = Dates proches : { $count ->
    [one] à { $count } jour près
   *[other] à { $count } jours près
}
match-known = Inscriptions lues : { $size } (empreinte de la dernière { $head })
match-head-missing-in-ledger = Absentes du registre
match-head-missing-in-list = Absentes de la liste
match-head-near = Presque pareilles
match-head-exact = Pareilles
match-same-id = même identifiant
match-same-date = même date
match-same-amount = même montant
match-same-name = même nom
match-not-stated-id = identifiant non précisé au registre
match-not-stated-date = date non précisée au registre
match-not-stated-amount = montant non précisé au registre
match-not-stated-name = nom non précisé au registre
match-within = la date est dans la période
match-rounded = même montant, arrondi
match-days-apart = { $count ->
    [one] { $count } jour d’écart
   *[other] { $count } jours d’écart
}
match-other-date = { $count ->
    [one] dates différentes, { $count } jour d’écart
   *[other] dates différentes, { $count } jours d’écart
}
match-names-alike = noms semblables : « { $listed } », « { $own } »
match-other-name = autre nom : « { $listed } »
match-other-amount = montants différents : { $listed } dans la liste, { $own } au registre
match-sheet = Comparaison
match-sheet-pairs = Dans les deux
match-sheet-missing-in-ledger = Absentes du registre
match-sheet-missing-in-list = Absentes de la liste
match-column-kind = Accord
match-column-why = Pourquoi
match-column-place = Place
match-column-name = Nom
match-column-title = Titre
match-column-reference = Référence
match-column-amounts = Montant au registre
match-kind-exact = pareille
match-kind-near = presque pareille
match-kind-differs = quelque chose diffère
problem-unmatched = { $count ->
    [one] { $count } ligne ou inscription à regarder : absente d’un côté, ou différente
   *[other] { $count } lignes ou inscriptions à regarder : absentes d’un côté, ou différentes
}
usage-nothing-to-match = pour comparer à une liste externe, dire ce qui lui est comparé : --type TYPE ou --indicator INDICATEUR
paper-no-column = le papier de travail a besoin de la colonne « { $head } », telle que « jalon échantillon … --out » l’a écrite

### Détailler un total publié
help-itemise = Détaille un total publié : inscrit d’un coup les activités dont il est fait; ce qui en reste sans détail diminue d’autant
help-itemise-total = Le total publié, par son numéro ou son identifiant
help-itemise-file = Ses activités : un classeur (.xlsx), .csv, .tsv et .txt comme CSV, tout autre comme JSON Lines
help-itemise-kind = Le type de toutes les lignes d’un fichier sans colonne qui le dise
help-itemise-sheets = La feuille d’un classeur à lire, par son nom ou son numéro; sinon toutes celles qui ne sont pas masquées. Plusieurs fois
help-itemise-new = Inscrire au répertoire, comme cette sorte, ce que les lignes nomment et qui n’y est pas; plusieurs fois
help-itemise-distinct = Un nom qui est bien un autre que ceux qui lui ressemblent; plusieurs fois
help-itemise-maps = Ce que veut dire une colonne qui s’appelle autrement : son nom de colonne et celui d’une colonne connue ou d’un champ; COLONNE=- n’importe pas la colonne
help-itemise-dry-run = Montrer ce que cela donnerait, sans rien écrire
help-itemise-anyway = Inscrire quand même ce qui dépasse le total, ce qui est hors de ses jours ou ce qui ne compte pas dans son indicateur
help-value-total = TOTAL
itemise-total = Total publié nº { $entry } · { $label }, { $period } : { $value }
itemise-there = { $count ->
    [0] Détaillé jusqu’ici : rien
    [one] Détaillé jusqu’ici : { $count } inscription, { $amount }
   *[other] Détaillé jusqu’ici : { $count } inscriptions, { $amount }
}
itemise-file = { $rows ->
    [one] Dans le fichier : { $rows } ligne nouvelle, dont { $count } qui compte, { $amount }
   *[other] Dans le fichier : { $rows } lignes nouvelles, dont { $count } qui comptent, { $amount }
}
itemise-again = { $count ->
    [one] { $count } ligne est déjà inscrite
   *[other] { $count } lignes sont déjà inscrites
}
itemise-remainder = Reste sans détail : { $before } maintenant, { $after } ensuite
itemise-exceeded = aucun, la liste dépasse le total
itemise-no-remainder = aucun
itemise-stands-alone = De cet indicateur le total publié vaut seul : ce qui est détaillé à côté n’y change rien.
itemise-counts = compte { $amount }
itemise-waits = comptera une fois approuvée
itemise-outside = hors des jours du total, { $period }
itemise-othertype = l’indicateur du total ne compte pas ce type
itemise-exceeds = la liste dépasse le total publié
itemise-passedover = la règle de l’indicateur ne la compte pas
itemise-ask = { $count ->
    [one] Inscrire cette activité ?
   *[other] Inscrire ces { $count } activités ?
}
itemise-done = { $count ->
    [one] { $count } activité inscrite, à partir du nº { $batch }; tout se retire par : jalon retirer { $batch } --reason RAISON
   *[other] { $count } activités inscrites, à partir du nº { $batch }; tout se retire par : jalon retirer { $batch } --reason RAISON
}
problem-not-a-standing-total = l’inscription nº { $entry } n’est pas un total publié qui vaille
    .hint = jalon journal --type jalon.total.reported les liste
problem-not-in-plan = aucun indicateur du plan ne correspond au total nº { $entry } à son dernier jour
    .hint = choisir le plan : --plan PLAN
problem-unsound = { $count ->
    [one] cette ligne ne détaille pas ce total; rien n’est inscrit
   *[other] ces { $count } lignes ne détaillent pas ce total; rien n’est inscrit
}
    .hint = corriger le fichier ou le total; --anyway l’inscrit quand même
rows-not-items = cette ligne n’est pas une activité : un total se détaille par des activités

### Pages des échantillons
web-samples = Échantillons
web-samples-lead = Ce qu’un auditeur a tiré et testé. Un échantillon se tire depuis la page d’une valeur.
web-samples-none = Aucun échantillon n’est inscrit.
web-sample-lead = Le germe est choisi par l’auditeur : le même tire les mêmes apports.
web-sample-draw = Tirer
web-sample-of = Tirer un échantillon
web-sample-paper = Papier de travail (XLSX)
web-sample-back = Papier rempli
web-sample-back-help = Le papier de travail rempli, en XLSX ou en CSV : chaque constat devient une inscription, et le papier est gardé avec le registre.
web-sample-file = Papier de travail
web-sample-take = Inscrire les constats
web-sample-size = « { $typed } » n’est pas un nombre d’apports à tirer
web-paper-none = choisir d’abord un fichier
# Rapports
report-none = Aucune.
report-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}

# Séparation des exercices
cutoff-title = Séparation des exercices au { $day }
cutoff-above = { $count ->
    [0] Ce qui compte le { $to }. Exercice du { $first } au { $last }.
    [one] Ce qui compte du { $from } au { $to } : { $count } jour de chaque côté. Exercice du { $first } au { $last }.
   *[other] Ce qui compte du { $from } au { $to } : { $count } jours de chaque côté. Exercice du { $first } au { $last }.
}
cutoff-effects = Ce que cela change, par indicateur
cutoff-about-effects = Combien d’inscriptions, et ce qu’elles ajoutent là où cela s’additionne. Une part se lit par son numérateur et son dénominateur.
cutoff-late = Inscrites après le { $day }
cutoff-about-late = Elles comptent au plus tard ce jour-là, et ont été inscrites ou rectifiées après : est-ce le bon exercice, et pourquoi si tard ?
cutoff-straddling = À cheval sur le { $day }
cutoff-about-straddling = Leurs jours sont des deux côtés : leur exercice n’est pas certain tant que la date n’est pas précisée.
cutoff-before = Dans les jours qui précèdent, ce jour compris
cutoff-about-before = Elles comptent dans l’exercice qui finit : la pièce justificative dit-elle la même date ?
cutoff-wide = Datées d’une période seulement
cutoff-about-wide = La période finit dans ces jours et commence avant : elles comptent le dernier jour, et le vrai jour n’est pas connu.
cutoff-after = Dans les jours qui suivent
cutoff-about-after = Elles comptent dans l’exercice qui commence : rien n’y a-t-il été reporté ?
cutoff-totals = Totaux publiés de ces jours
cutoff-about-totals = Les éléments d’un total publié n’ont pas de dates ici : leur exercice ne peut pas être vérifié.
cutoff-value = Valeur ce jour-là
cutoff-head-late = Inscrites après
cutoff-head-before = Juste avant
cutoff-head-wide = D’une période
cutoff-head-after = Juste après
cutoff-head-straddling = À cheval
cutoff-sum = { $count } · { $amount }
cutoff-counts-on = compte le { $day }
cutoff-after-day = { $count ->
    [one] { $count } jour après le { $day }
   *[other] { $count } jours après le { $day }
}
cutoff-corrected-after = { $count ->
    [one] rectifiée { $count } jour après le { $day }
   *[other] rectifiée { $count } jours après le { $day }
}
cutoff-delay = { $count ->
    [0] le jour même
    [one] { $count } jour après l’activité
   *[other] { $count } jours après l’activité
}
cutoff-delay-total = { $count ->
    [0] le dernier jour de sa période
    [one] { $count } jour après sa période
   *[other] { $count } jours après sa période
}
cutoff-counts = au { $day } :{" "}
cutoff-counts-nowhere = au { $day } : dans aucune valeur
usage-around-days = « { $typed } » n’est pas un nombre de jours de 0 à 3660

# Ce qui n'est pas compté
coverage-title = Ce qui n’est pas compté au { $day }
coverage-read = Ce qui a été lu
coverage-about-read = Les numéros sont recomptés ligne par ligne : dans un registre intègre ils se suivent sans trou.
coverage-lines = Inscriptions, de toute sorte
coverage-lines-are = { $lines }, du nº { $first } au nº { $last }
coverage-gaps = Numéros qui manquent
coverage-no-gap = aucun, ils se suivent
coverage-gap = nº { $expected } attendu, nº { $found } trouvé
coverage-activities = Activités
coverage-totals = Totaux publiés
coverage-counted = Comptées dans au moins une valeur
coverage-counted-nowhere = Comptées dans aucune
coverage-values = Sur quoi reposent les valeurs
coverage-about-values = Pour chaque valeur, ce qui est détaillé et étayé, détaillé sans pièce, ou publié en total seulement : en nombre et en part.
coverage-value = Valeur
coverage-share = { $amount } · { $share }
coverage-all-documented = Valeurs entièrement étayées
coverage-all-itemised = Valeurs entièrement détaillées, sans pièce
coverage-all-reported = Valeurs qui ne reposent que sur un total publié
coverage-mixed = Valeurs qui reposent sur plusieurs de ces appuis
coverage-nothing = Valeurs qui ne reposent sur rien (n/d, ou 0)
coverage-uncounted = Comptées dans aucune valeur
coverage-about-uncounted = Chaque inscription, et pourquoi chaque indicateur qui regarde son type la laisse de côté.
coverage-no-indicator = aucun indicateur du plan ne regarde ce type
coverage-notes = Notes sans type
coverage-about-notes = Tant que leur type n’est pas connu, aucune règle ne peut les compter.
coverage-unbacked = Comptées sans pièce justificative
coverage-about-unbacked = Elles comptent dans une valeur et ne nomment aucune pièce; l’endroit où une source les imprime n’en est pas une.
coverage-of-kind = { $kind } ({ $count })
coverage-absent = Pièces nommées, absentes du dossier
coverage-about-absent = L’inscription nomme une pièce qui n’est pas dans le dossier du registre.
coverage-silent = Indicateurs sans inscription
coverage-about-silent = Rien n’y compte et rien n’a été laissé de côté : non mesuré, ou jamais inscrit ?
coverage-silent-now = rien à cette date; quelque chose à la fin d’un exercice précédent
coverage-silent-always = rien, à aucune fin d’exercice
missed-afterdate = compte après la date
missed-otheryear = compte dans un exercice précédent
missed-conditions = ne répond pas aux conditions de la règle

# Fiche de qualité
quality-title = Fiche de qualité des données : { $indicator }
quality-validity = Validité
quality-about-validity = La donnée mesure-t-elle bien ce que l’indicateur dit mesurer ?
quality-integrity = Intégrité
quality-about-integrity = Est-elle à l’abri des fautes de transcription, des partis pris et des manipulations ?
quality-precision = Précision
quality-about-precision = Est-elle assez fine et assez étayée pour les décisions qu’elle sert ?
quality-reliability = Fiabilité
quality-about-reliability = Est-elle recueillie et calculée de la même façon d’un exercice à l’autre ?
quality-timeliness = Actualité
quality-about-timeliness = Est-elle assez fréquente et assez récente ?
quality-judgement = Jugement du réviseur
quality-not-said = le plan ne le dit pas
quality-approved = Règle approuvée
quality-nobody = pas encore
quality-owner = Responsable
quality-source = Provenance des données
quality-printed = Imprimé dans
quality-direction = Sens
quality-direction-up = plus, c’est mieux
quality-direction-down = moins, c’est mieux
quality-percentage = Pourcentage
quality-of-target = valeur ÷ cible
quality-from-baseline = (valeur − { $baseline }) ÷ (cible − { $baseline })
quality-no-target = aucune cible
quality-recorders = Personnes qui les ont inscrites
quality-corrected = Rectifications
quality-corrected-are = { $count ->
    [0] aucune
    [one] { $count } rectification, de { $entries } inscription
   *[other] { $count } rectifications, de { $entries } inscriptions
}
quality-withdrawn = Retirées
quality-already = Apports déjà comptés par une autre inscription
quality-contradicted = Totaux publiés que la liste contredit
quality-left = Regardées et non comptées
quality-left-for = Non comptées, { $reason } ({ $count })
quality-chain = Altération
quality-chain-is = chaque inscription porte l’empreinte de la précédente; « jalon vérifier » les recalcule toutes
quality-unit = Unité
quality-number = un nombre
quality-decimals = Décimales montrées
quality-certain = Valeur certaine
quality-bounds = { $value }, de { $low } à { $high }
quality-with = Pièces justificatives
quality-with-are = { $with } avec, { $without } sans
quality-absent = Pièces absentes du dossier
quality-definition = Définition
quality-definition-is = depuis le { $day } (plan, version { $version }, nº { $entry }) : { $differs }
quality-first = la première
quality-differs-rule = autre règle de calcul
quality-differs-words = autre libellé, unité ou décimales
quality-differs-status = autre statut ou approbation de la règle
quality-differs-keeping = autre responsable, provenance ou fréquence
quality-differs-percentage = autre calcul du pourcentage
quality-target-is = { $value } depuis le { $since }
quality-frequency = Fréquence
quality-delay = Délai d’inscription
quality-no-delay = aucune activité datée
quality-delay-is = { $count ->
    [one] { $most } jours pour une activité (nº { $entry })
   *[other] médiane { $median } jours, au plus { $most } (nº { $entry }), pour { $count } activités
}
quality-late = Inscrites après la fin de leur exercice ({ $count })

# Aide
help-cutoff = Vérifie la séparation des exercices : inscrites après, tout près, à cheval
help-cutoff-around = Le jour, ou une période dont le dernier jour vaut; sinon la fin du dernier exercice dont quelque chose est inscrit
help-cutoff-days = Combien de jours avant et après
help-cutoff-out = Le fichier où l’écrire, dont la terminaison dit le format : .txt, .json, .md ou .html
help-coverage = Montre ce qui n’est pas compté, et sur quoi reposent les valeurs
help-coverage-out = Le fichier où l’écrire, dont la terminaison dit le format : .txt, .json, .md ou .html
help-quality = Donne la fiche de qualité des données d’un indicateur
help-quality-indicator = L’indicateur, par son identifiant ou son libellé
help-quality-out = Le fichier où l’écrire, dont la terminaison dit le format : .txt, .json, .md ou .html
help-value-days = JOURS

# Population
population-title = Population des inscriptions
population-title-of = Population des apports : { $indicator }
population-control = Totaux de contrôle
population-about = Chaque activité et chaque total publié une fois. À rapprocher de « jalon vérifier » (nombre, empreinte) et du tableau (valeur).
population-about-value = Chaque apport une fois, d’une part des deux côtés. À rapprocher du tableau (valeur) et de « jalon vérifier » (nombre, empreinte).
population-rows = Lignes
population-entries = Inscriptions
population-first = Premier numéro
population-last = Dernier numéro
population-size = Inscriptions du registre, de toute sorte
population-standing-stands = Valent
population-standing-withdrawn = Retirées
population-standing-planned = Prévues
population-standing-notapproved = En attente d’approbation
population-standing-rejected = Rejetées
population-subtotal = Somme des apports : { $indicator }
population-value = Valeur au tableau
population-agreed = Rapprochement
population-agrees = la somme donne la valeur
population-differs = la somme ne donne pas la valeur
population-not-certain = la valeur n’est pas certaine
population-recounted = Recalculé sur l’autre feuille : { $what }
population-money = Montants inscrits
population-currency = Monnaie
population-count = Nombre
population-sum = Somme
population-count-standing = Dont valent
population-sum-standing = Somme de celles-ci
sheet-population = Population
sheet-control = Contrôle
column-standing = État
column-version = Version qui vaut
column-corrections = Rectifications
column-recorded-time = Inscrite à (temps universel)
column-recorder = Inscrite par
column-subject = Au sujet de
column-document-count = Nombre de pièces
column-document-hashes = Empreintes des pièces
column-batch = Importation
column-hash = Empreinte de l’inscription
usage-population-file = « { $typed } » ne finit ni par .xlsx ni par .csv; rien n’est écrit
problem-too-many-rows = une feuille de classeur a { $most } lignes, et il en faudrait { $rows }
    .hint = en écrire un fichier .csv, qui peut en avoir autant qu’il faut; ou la population d’un seul indicateur (--indicator)
help-population = Écrit la population des inscriptions, ou des apports d’une valeur, avec ses totaux de contrôle
help-population-file = Le fichier à écrire, .xlsx ou .csv
help-population-indicator = Seulement ce dont la valeur de cet indicateur est faite, par son identifiant ou son libellé

# Pages de l'audit
web-audit = Audit
web-audit-lead = Ce qu’un auditeur demande d’une valeur avant de s’y fier.
web-audit-cutoff = Séparation des exercices
web-audit-cutoff-lead = Ce qui a été inscrit après la fin d’un exercice, ce qui en est tout près, ce qui est à cheval.
web-audit-coverage = Ce qui n’est pas compté
web-audit-coverage-lead = Les inscriptions qu’aucune valeur ne compte et pourquoi, celles sans pièce, ce sur quoi repose chaque valeur.
web-audit-samples = Échantillons
web-audit-samples-lead = Ce qu’un auditeur a tiré d’une valeur et testé, et ce qui a été constaté; le même germe tire les mêmes apports.
web-audit-checks = Vérifications
web-audit-checks-lead = Ce qui attend et mérite un regard avant de publier une valeur.
web-audit-quality = Fiches de qualité des données
web-audit-quality-lead = Une page par indicateur : validité, intégrité, précision, fiabilité, actualité, et la place du jugement.
web-audit-sheet = Fiche de qualité des données
web-around = Autour du
web-days-around = Jours de chaque côté
web-audit-years = Exercices et clôtures
web-audit-years-lead = Clore un exercice, en envoyer l’avis, et voir ce que ses valeurs sont devenues depuis.
web-audit-verify = Vérifier l’intégrité
web-audit-verify-lead = Tout ce qui peut être recalculé l’est : chaque octet de chaque inscription, la chaîne, les pièces, les valeurs, celles des exercices clos et ce qui a été signé.
web-audit-forget = Renseignements personnels (Loi 25)
web-audit-forget-lead = Détruire ce qui est scellé pour une personne, et ce qui l’a déjà été.
web-year = Exercice au { $day }
web-year-closed = Clos le { $moment } par { $by }
web-year-open = pas clos
web-year-running = en cours
web-year-since = { $count ->
    [0] Rien n’a été inscrit depuis.
    [one] Une inscription a été faite depuis.
   *[other] { $count } inscriptions ont été faites depuis.
}
web-year-notice = Avis de clôture
web-year-revisions = Révisions depuis la clôture
web-year-replaced = Révisions depuis la clôture nº { $entry }
web-year-today = Ces valeurs aujourd’hui
web-year-values = Valeurs closes
web-year-others = Autres valeurs closes, hors des objectifs
web-year-grade = Étayée par
web-year-sent-title = À qui l’avis a été envoyé
web-year-sent-help = Un avis gardé ailleurs montre, des années plus tard, si le registre contient encore tout ce dont ces valeurs sont faites. À qui il a été envoyé s’inscrit ici, et la vérification le demande par son nom.
web-year-sent = { $to }, le { $day }
web-year-send = Inscrire l’envoi
web-year-nobody = il manque à qui l’avis a été envoyé
web-year-said = Ce qui a été inscrit à la clôture
web-year-words = Racine, en mots
web-year-checkpoint = Point de contrôle signé
web-year-verify = Chaque valeur close se recalcule d’après les inscriptions d’alors :
web-year-again = Clore de nouveau
web-year-again-help = Une clôture ne se défait pas, mais se refait avec un motif : la nouvelle vaut, la précédente reste lisible.
web-year-anyway = Clore l’exercice bien que quelque chose attende
web-year-close = Clore l’exercice
web-year-close-help = La valeur exacte de chaque indicateur, la version du plan et un point de contrôle signé s’inscrivent tels qu’ils sont maintenant. Rien n’empêche d’inscrire encore : ce qui s’inscrit ensuite pour cet exercice se voit comme postérieur à la clôture, et la page des révisions dit ce qu’il y change. Une clôture ne se défait pas.
web-year-reason-help = Ce motif se lira sur l’avis.
web-year-table = Voir les valeurs
web-year-before = Ce qui attend encore
web-year-settled = Rien n’attend et toutes les règles sont approuvées.
web-year-not-over = Cet exercice n’est pas terminé : il peut se clore à partir du lendemain de son dernier jour.
web-year-was = Close
web-year-is = Aujourd’hui
web-year-see = Voir l’exercice
web-year-about = de
web-verify-begin = Commencer
web-verify-again = Vérifier de nouveau
web-verify-now = Vérifier maintenant
web-verify-running = Vérification en cours
web-verify-begun = Commencée le
web-verify-meanwhile = Les autres pages répondent pendant ce temps, et celle-ci peut être quittée : le résultat y restera.
web-verify-entries = Inscriptions : octets, forme, chaîne, arbre
web-verify-year = Exercice clos au { $day } : valeurs recalculées d’après les inscriptions d’alors
web-verify-values = Valeurs recalculées d’après les inscriptions seules
web-verify-count = { $done } sur { $all }
web-verify-sound = Le registre est tel qu’il a été inscrit
web-verify-about = Vérification terminée le { $moment }. { $given ->
    [0] Aucun point de contrôle gardé ailleurs n’a été donné.
    [one] Un point de contrôle gardé ailleurs a été donné.
   *[other] { $given } points de contrôle gardés ailleurs ont été donnés.
} { $count ->
    [0] Rien n’a été inscrit depuis.
    [one] Une inscription a été faite depuis, qui n’est pas vérifiée ici.
   *[other] { $count } inscriptions ont été faites depuis, qui ne sont pas vérifiées ici.
}
web-verify-broken = la vérification s’est interrompue sans résultat : la recommencer; si cela se répète, arrêter le serveur et lancer « jalon vérifier »
web-verify-held = Le serveur tient l’une des deux copies ouverte : c’est l’autre, en lignes simples, qui a été vérifiée, sans être comparée. Une fois le serveur arrêté, « jalon vérifier » compare les deux.
web-verify-notes = Ce qui est à savoir
web-verify-elsewhere = Ce qui vient d’ailleurs : point de contrôle, clé de vérification
web-verify-checkpoint = Points de contrôle signés
web-verify-checkpoint-help = Un avis de clôture ou un point de contrôle gardé par d’autres : le registre doit encore contenir tout ce sur quoi il porte.
web-verify-key-help = Telle qu’elle a été envoyée; sans elle, le registre en est cru sur parole.
web-forget-lead = Détruire la clé d’une personne rend illisible pour toujours ce qui est scellé pour elle, dans ce registre et dans toutes ses copies. Les inscriptions, leurs empreintes et les valeurs restent ce qu’elles sont.
web-forget-who = Personne
web-forget-who-help = Une personne du répertoire, par son nom ou son identifiant, ou qui a inscrit, par son nom.
web-forget-find = Continuer
web-forget-asked = Demandes
web-forget-none = Personne n’a demandé de destruction.
web-forget-unfinished = pas terminée
web-forget-asked-by = Demandé le
web-forget-destroyed = Détruits : la clé de la personne a été détruite sur ce poste
web-forget-lost = Détruits : la clé de la personne était perdue, selon qui l’a inscrit
web-forget-done = Ses renseignements personnels sont détruits.
web-forget-backups = Les sauvegardes du dossier des clés gardent la clé : la détruire là aussi.
web-forget-entries = { $count ->
    [0] Aucune activité ne nomme cette personne.
    [one] Une activité nomme cette personne.
   *[other] { $count } activités nomment cette personne.
}
web-forget-what = Détruit : son nom et tout ce qui est scellé pour elle. Plus personne ne les lira, ni ici ni dans une copie du registre.
web-forget-stays = Conservé : les inscriptions, leurs empreintes, les valeurs et les valeurs closes. À la place du nom se lit « renseignements détruits ».
web-forget-untouched = Pas touché : les textes libres, les motifs, les pièces, et les sauvegardes du dossier des clés. Ils sont à traiter à part.
web-forget-reason-help = Par exemple la demande écrite et sa date. Ce motif reste lisible : n’y nommer personne.
web-forget-on = Continuer
web-forget-for-good = Ce qui est détruit ne revient pas : personne, nous non plus, ne peut le rétablir.
web-forget-agree = Je veux le détruire pour toujours
web-forget-is-lost = La clé est perdue et il n’en reste aucune copie : l’inscrire ainsi
web-forget-finish = La destruction est demandée et n’est pas terminée.
web-forget-do = Détruire pour toujours
### Ce qui est à régler avant l’impression
settle-kind-entries = autre valeur que d’après les inscriptions
settle-kind-places = plusieurs valeurs pour un même indicateur
settle-kind-total = total et éléments énumérés
settle-kind-count = nombre annoncé et liste
settle-kind-cumulative = cumul inférieur à l’une de ses années
settle-kind-percentage = pourcentage qui ne suit pas des nombres imprimés
settle-kind-mean = pourcentage de groupe qui n’est pas la moyenne de ses lignes
settle-kind-base = pourcentage qu’aucun nombre entier de sa base ne donne
settle-kind-change = variation sans base imprimée, ou qui n’y correspond pas
settle-kind-dated = date hors de la période présentée
settle-kind-body = un même organisme dans deux listes
settle-kind-label = deux libellés pour une même chose
settle-kind-rounding = arrondi
settle-help-entries = La valeur imprimée n’est pas celle que donnent les inscriptions à cette date.
settle-help-places = Le même indicateur est imprimé avec des valeurs qui ne s’accordent pas.
settle-help-total = Ce qui est énuméré dépasse le total imprimé, ou ne l’atteint pas, même en comptant ce que les arrondis laissent ouvert.
settle-help-count = Le texte annonce un nombre d’éléments que la liste n’a pas.
settle-help-cumulative = La valeur de plusieurs années est inférieure à ce qui est imprimé pour une seule d’entre elles.
settle-help-percentage = Le pourcentage imprimé n’est pas ce que donnent la valeur et la cible imprimées à côté.
settle-help-mean = Le pourcentage imprimé d’un groupe n’est pas la moyenne des quotients de ses lignes.
settle-help-base = Aucun nombre entier d’éléments, rapporté à la base imprimée, ne s’arrondit à ce pourcentage.
settle-help-change = La variation n’est pas celle qui va du premier nombre au second, ou le premier n’est pas imprimé.
settle-help-dated = Ce qui est imprimé est d’une date hors de la période que le texte annonce.
settle-help-body = Le même organisme se lit dans deux listes qui s’excluent, ou deux fois dans une.
settle-help-label = Une même chose porte deux noms, de sorte qu’on ne sait pas si c’est la même.
settle-help-rounding = La dernière position imprimée n’est pas arrondie comme les autres.
settle-by-owner = responsable de l’indicateur
settle-by-approver = approbateur ou approbatrice du plan
settle-by-writer = rédaction du document
settle-by-named = { $who } ({ $name })
settle-by = à régler par : { $who }
settle-cite = { $place } : { $what }
settle-words = « { $words } »
settle-figure = { $figure } { $shown }
settle-lines = { $count ->
    [one] la ligne { $lines }
   *[other] les lignes { $lines }
}
settle-range = lignes { $from } à { $to } : { $what }
settle-items = { $count ->
    [one] { $count } élément énuméré
   *[other] { $count } éléments énumérés
}
settle-rows = { $count ->
    [one] { $count } ligne du tableau
   *[other] { $count } lignes du tableau
}
settle-entries = d’après les inscriptions : { $computed }
settle-ratio = { $computed }; imprimé : { $shown }
settle-ratio-agrees = concorderait avec { $percent }
settle-ratio-delivered = , ou avec { $number } au lieu de la valeur imprimée
settle-ratio-target = , ou avec { $number } au lieu de la cible imprimée
settle-ratio-none = aucun nombre entier au lieu de la valeur ou de la cible imprimée ne donne { $shown }
settle-mean = { $count ->
    [one] moyenne d’une ligne = { $percent }; imprimé : { $shown }
   *[other] moyenne de { $count } lignes = { $percent }; imprimé : { $shown }
}
settle-mean-printed = moyenne des pourcentages imprimés = { $percent }
settle-mean-agrees = concorderait avec { $percent }
settle-mean-rests = , une fois réglé le pourcentage de la ligne { $lines }, sur lequel repose la moyenne imprimée
settle-without = ou sans { $names }
settle-without-several = ou en laissant de côté quelques éléments, de { $count } manières : ce qui est imprimé ne dit pas laquelle
settle-without-none = en laisser de côté n’y suffit pas
settle-without-more = parmi { $count } manières d’en laisser de côté, aucune n’y suffit; toutes n’ont pas été essayées
settle-places = { $shown }; d’après les inscriptions : { $computed }
settle-sum-more = { $sum }, soit { $away } de plus que { $stated }
settle-sum-less = { $sum }, soit { $away } de moins que { $stated }
settle-slack = les arrondis imprimés laissent ouvert { $slack } de part et d’autre
settle-sum-agrees = concorderait avec un total de { $number }
settle-least = concorderait avec un cumul de { $number } ou plus
settle-count-more = { $listed ->
    [one] annoncé : { $stated }; énuméré : { $listed }, soit { $away } de plus
   *[other] annoncé : { $stated }; énumérés : { $listed }, soit { $away } de plus
}
settle-count-less = { $listed ->
    [one] annoncé : { $stated }; énuméré : { $listed }, soit { $away } de moins
   *[other] annoncé : { $stated }; énumérés : { $listed }, soit { $away } de moins
}
settle-count-agrees = concorderait avec { $listed } annoncés, ou { $away ->
    [one] si l’un des éléments énumérés n’en était pas un
   *[other] si { $away } des éléments énumérés n’en étaient pas
}
settle-count-lacks = concorderait avec { $listed } annoncés, ou avec { $away ->
    [one] un élément de plus
   *[other] { $away } éléments de plus
} dans la liste
settle-base = { $shown } de { $base } = { $part } : { $below } ÷ { $base } = { $belowgives }, { $above } ÷ { $base } = { $abovegives }
settle-base-nearest = concorderait avec { $number } au lieu de { $base } ({ $parts })
settle-base-smallest = le plus petit nombre qui convient est { $number } ({ $parts })
settle-change = ({ $after } − { $before }) ÷ { $before } = { $percent }; imprimé : { $shown }
settle-change-agrees = concorderait avec { $percent }
settle-change-ratio = { $shown } est le rapport du second nombre au premier, non la variation
settle-change-zero = à partir de 0, aucun pourcentage ne se calcule; imprimé : { $shown }
settle-change-nobase = le nombre d’où part { $shown } n’est pas imprimé
settle-change-from = de { $base } : { $percent }
settle-change-none = , et aucun nombre entier ne mène ainsi à { $after } ({ $each })
settle-change-base = concorderait si { $base } était imprimé comme point de départ
settle-change-bases = concorderait si un nombre de { $least } à { $most } était imprimé comme point de départ
settle-dated = daté : { $date }; présenté : { $presented }
settle-dated-days = { $days ->
    [one] daté : { $date }; présenté : { $presented }; un jour d’écart
   *[other] daté : { $date }; présenté : { $presented }; { $days } jours d’écart
}
settle-dated-agrees = concorderait si la période annoncée comprenait cette date ({ $date })
settle-label = les libellés ne sont pas les mêmes
settle-label-agrees = concorderait si un seul libellé était gardé partout
settle-body = dans les listes { $lists }
settle-body-twice = deux fois dans la liste { $list }
settle-body-agrees = concorderait s’il n’était compté qu’une fois, ou si ce sont deux organismes et que leurs noms le disent
settle-count = { $count ->
    [0] aucun écart constaté
    [one] { $count } écart constaté, à régler avant l’impression
   *[other] { $count } écarts constatés, à régler avant l’impression
}
settle-figures = valeurs imprimées à côté des inscriptions : { $totals }
settle-untied = { $place } – n’est pas vérifié : rien ne dit de quel indicateur c’est la valeur
settle-untied-near = { $place } – n’est pas vérifié : de { $near }, peut-être
settle-title = Rapprochement : { $label }, au { $day }
settle-rests = Sur quoi repose ce rapprochement
settle-column-kind = Nature
settle-column-found = Écarts
settle-column-agreeing = Concordent
settle-column-by = À régler par
settle-name-arithmetic = Calcul :
settle-name-by = À régler par :
settle-unchecked = { $place } : { $what } – { $shown }
settle-unchecked-title = Ce qui ne se compare pas aux inscriptions
refused-unknown-list = aucune ligne n’est dans la liste « { $typed } »
refused-unknown-value = « { $typed } » n’est imprimé nulle part ici
csv-two-names = « { $typed } » est un second nom de ce que dit déjà l’indicateur; laisser l’un des deux de côté
draft-twice = deux colonnes disent la même chose : « { $head } »; retirer l’une d’elles de l’ébauche
draft-no-number = le texte ne contient aucun nombre
settle-column-number = Nº
settle-column-subject = Objet
settle-column-places = Endroits
settle-column-arithmetic = Calcul
settle-column-agrees = Ce qui concorderait
settle-column-decision = Décision
settle-column-decided = Décidé par
settle-column-on = Le
settle-sheet = À régler
settle-sheet-unchecked = Non vérifié
settle-entries-agrees = concorderait avec { $computed }
settle-places-agrees = concorderait si { $computed } était imprimé partout
settle-tied = { $count ->
    [one] { $count } nombre du texte est rattaché à un indicateur par les mots qui l’entourent
   *[other] { $count } nombres du texte sont rattachés à un indicateur par les mots qui les entourent
}
web-reconcile = Rapprochement
web-reconcile-lead = Une ébauche, ou ce qui est déjà imprimé, à côté des inscriptions et d’elle-même : ce qui est à régler avant l’impression, et par qui. Rien n’en est inscrit.
web-reconcile-file = Ébauche
web-reconcile-file-help = Un classeur (.xlsx) ou un CSV : des colonnes nommées, ou le tableau d’indicateurs. Un texte (.md, .txt) : ses nombres sont rattachés aux indicateurs par les mots qui les entourent.
web-reconcile-do = Rapprocher
web-reconcile-other = Rapprocher une autre ébauche
web-reconcile-gone = Cette ébauche n’est plus gardée : elle a attendu trop longtemps. La choisir de nouveau.
web-reconcile-xlsx = Liste à régler (.xlsx)
web-reconcile-md = Texte (.md)
web-reconcile-file-name = rapprochement
# Pièces justificatives : listées, jointes, ouvertes, données, égarées.
evidence-none = aucune pièce
evidence-named-by = nommée par nº { $entry }
evidence-named-as = sous le nom « { $name } »
evidence-no-more = plus en vigueur
evidence-not-opened = aucun programme n’a ouvert la pièce; son chemin est ci-dessus
evidence-given = { $count ->
        [one] { $count } pièce copiée
       *[other] { $count } pièces copiées
    } · SHA256SUMS se vérifie par « sha256sum -c SHA256SUMS »
orphans-none = chaque pièce nommée est sur place, et chaque fichier est nommé
orphans-missing = { $count ->
        [one] { $count } pièce nommée par une inscription n’est pas sur place; la remettre d’une sauvegarde :
       *[other] { $count } pièces nommées par des inscriptions ne sont pas sur place; les remettre d’une sauvegarde :
    }
orphans-unnamed = { $count ->
        [one] { $count } fichier qu’aucune inscription ne nomme; il peut rester, ou être retiré à la main :
       *[other] { $count } fichiers qu’aucune inscription ne nomme; ils peuvent rester, ou être retirés à la main :
    }
problem-documents-missing = { $count ->
        [one] { $count } pièce n’est pas celle qu’une inscription nomme, ou manque
       *[other] { $count } pièces ne sont pas celles que des inscriptions nomment, ou manquent
    }
problem-folder-not-empty = { $path } n’est pas vide
    .hint = nommer un dossier vide, ou qui n’existe pas encore
problem-no-documents = aucune pièce de « { $typed } »
    .hint = « jalon pièces lister » les montre avec leurs inscriptions; une empreinte se donne par ses 8 premiers chiffres au moins
usage-evidence-kind = « { $typed } » n’est pas un genre de pièce
    .hint = entente, relevé, confirmation, capture, note interne ou autre
refused-takes-no-document = aucune pièce ne se joint à l’inscription nº { $entry }
    .hint = les pièces se joignent à une activité, à un total publié, à une note ou à un tableau envoyé
refused-no-document = il faut une pièce
refused-documents-there = l’inscription nº { $entry } a déjà ces pièces; rien n’a été inscrit
receipt-added = { $count ->
        [one] { $count } pièce jointe
       *[other] { $count } pièces jointes
    } au nº { $entry } ({ $what })
receipt-addition-withdrawn = retrait de pièces jointes par le nº { $entry }
show-added = Pièces jointes le { $when } par { $by } (nº { $entry })
journal-backed = pièces jointes depuis
entry-evidence-added = pièces jointes à une inscription
misstep-takes-no-document = des pièces sont jointes à ce qui n’en prend pas
web-add-document = Joindre une pièce
web-add-document-help = Elle étaye l’inscription dès maintenant, sans en changer le contenu. Un fichier peut être déposé n’importe où sur ce formulaire.
web-added-on = jointe par
web-orphans = Pièces et fichiers
web-orphans-lead = Ce que les inscriptions nomment et qui n’est pas sur place, et les fichiers qu’aucune ne nomme.
web-orphans-none = Chaque pièce nommée est sur place, et chaque fichier est nommé.
web-orphans-missing = Pièces nommées, absentes du dossier
web-orphans-missing-help = À remettre d’une sauvegarde : « vérifier » les relit alors.
web-orphans-unnamed = Fichiers qu’aucune inscription ne nomme
web-orphans-unnamed-help = Une inscription refusée en laisse; ils peuvent rester, ou être retirés à la main.
web-all-documents = Toutes les pièces
help-evidence = Les pièces justificatives : les lister, en joindre, les ouvrir, les copier, trouver celles qui manquent
help-evidence-list = Liste les pièces, chacune avec ce qu’elle étaye
help-evidence-list-entry = Seulement celles de cette inscription
help-evidence-list-kind = Seulement celles de ce genre
help-evidence-list-missing = Seulement celles qui ne sont pas dans le dossier du registre
help-evidence-add = Joint des pièces à une inscription qui est là
help-evidence-add-entry = L’inscription, par son numéro ou son identifiant
help-evidence-add-documents = Une pièce, ou plusieurs; devant le fichier, son genre : entente, relevé, confirmation, capture, note interne ou autre
help-evidence-add-note = Une remarque
help-evidence-open = Ouvre une pièce, ou celles d’une inscription; sans écran, dit où elle est
help-evidence-open-what = L’inscription, par son numéro ou son identifiant, ou les 8 premiers chiffres au moins du BLAKE3 ou du SHA-256 de la pièce
help-evidence-export = Copie les pièces dans un dossier, sous des noms lisibles, avec leurs SHA256SUMS
help-evidence-export-folder = Le dossier, vide ou à créer
help-evidence-export-entry = Seulement celles de cette inscription
help-evidence-export-during = Seulement celles de ce qui a eu lieu pendant ce temps, comme FY2024
help-evidence-export-indicator = Seulement celles de ce que compte cet indicateur
help-evidence-export-as-at = Avec --indicator : à cette date; aujourd’hui sinon
help-evidence-export-plan = Avec --indicator : un plan, PLAN ou PLAN@VERSION
help-evidence-orphans = Trouve les pièces nommées qui manquent, et les fichiers qu’aucune inscription ne nomme
help-value-evidence-kind = GENRE
help-value-entry-or-hash = INSCRIPTION|EMPREINTE
help-value-during = TEMPS

# Renseignements personnels détruits (Loi 25).
help-forget = Détruit des renseignements personnels (Loi 25) : ce qui est scellé pour une personne ne se lit plus jamais
help-forget-person = Une personne du répertoire, par son identifiant ou son nom, ou qui a inscrit, par user/ID ou son nom
help-forget-yes = Ne rien demander, à un terminal non plus
help-forget-key-lost = L’inscrire bien que la clé ne soit pas sur ce poste : elle est perdue, et il n’en reste aucune copie
help-value-person = PERSONNE
forget-ask = Détruire les renseignements personnels de { $typed } ({ $ids }) ? Plus personne ne les lira jamais.
forget-done-before = c’est déjà fait pour { $typed }; rien n’a été inscrit
forget-key-was-here = la clé n’était pas perdue : elle était sur cet ordinateur, et vient d’y être détruite
forget-backups = les sauvegardes du dossier des clés gardent la clé : la détruire là aussi. Les textes libres, les raisons et les pièces ne sont pas touchés
problem-no-person = « { $typed } » n’est pas une personne
    .hint = une personne du répertoire, par person/… ou par son nom; qui a inscrit, par user/…
    .page = une personne du répertoire, par son nom ou person/…; qui a inscrit, par son nom ou user/…
problem-several-persons = plusieurs personnes s’appellent « { $typed } »
    .hint = en nommer une par son identifiant : { $persons }
usage-not-agreed = ce qui est détruit ne revient pas, et personne n’est là pour y consentir
    .hint = ajouter --yes
vault-no-key-to-destroy = la clé de { $person } n’est pas sur ce poste; rien n’a été inscrit
    .hint = recommencer là où sont les clés; si elle est perdue et qu’il n’en reste aucune copie, ajouter --key-lost
    .page = recommencer là où sont les clés; si elle est perdue et qu’il n’en reste aucune copie, le dire ci-dessous
refused-erasure-asked = les renseignements personnels de { $person } sont à détruire, d’après le nº { $entry } : plus rien n’est scellé pour cette personne
refused-erasure-not-asked = personne n’a demandé de détruire les renseignements personnels de { $person }
refused-erasure-done = les renseignements personnels de { $person } sont détruits, d’après le nº { $entry }
receipt-erasure-requested = demande de détruire les renseignements personnels de { $person }
receipt-erased = renseignements personnels de { $person } détruits
entry-person-erasurerequested = demande de détruire des renseignements personnels
entry-person-erased = renseignements personnels détruits
show-erased = détruit à la demande nº { $entry } ({ $person })
person-erased = { $person } (renseignements détruits)
recorder-erased = l’utilisateur { $digits }… (nom détruit)
register-erased = Renseignements personnels détruits · nº { $request }, nº { $entry } · { $reason }
register-erasing = Renseignements personnels à détruire · nº { $request } · { $reason }
verify-erased = { $count ->
        [one] { $count } détruite à dessein
       *[other] { $count } détruites à dessein
    }
verify-unerased = la destruction demandée au nº { $entry } n’est pas terminée; la même commande « jalon détruire » la termine
    .page = la destruction demandée au nº { $entry } n’est pas terminée; la page des renseignements personnels la termine
finding-key-back = nº { $entry } : la clé de { $person }, détruite, est revenue, sans doute d’une sauvegarde; la retirer du dossier des clés et de la sauvegarde
open-erasure = Renseignements personnels à détruire
open-help-erasure = La destruction est demandée et n’est pas terminée; la même commande « jalon détruire » la termine.
misstep-erasure-twice = la destruction est demandée ou faite deux fois
misstep-erasure-not-asked = une destruction est faite que personne n’a demandée
misstep-sealed-for-erased = quelque chose est scellé pour une personne dont les renseignements sont à détruire
verify-tree = arbre tiré des inscriptions
verify-signed = points de contrôle signés que garde le registre
verify-superseded = { $count ->
    [one] un autre porte sur des inscriptions perdues, comme le dit une inscription
   *[other] { $count } autres portent sur des inscriptions perdues, comme le dit une inscription
}
verify-root = racine de l’arbre : { $root }
finding-tree = l’arbre conservé n’est pas celui des inscriptions; jalon reconstruire le refait
finding-key = { $key } n’est pas une clé de ce registre : c’est un autre registre, ou sa clé a été remplacée
checkpoint-kept = point de contrôle signé de { $size } inscriptions :{" "}
checkpoint-given = { $file } :{" "}
checkpoint-no-note = ce n’est pas une note signée
checkpoint-signature = la signature de { $name } n’est pas celle de ce texte
checkpoint-unknown-key = aucune des clés données ou trouvées ne l’a signé
checkpoint-none = le texte de la note n’est pas un point de contrôle
checkpoint-origin = c’est un point de contrôle de « { $origin } », un autre registre
checkpoint-other-size = il dit porter sur un autre nombre d’inscriptions
checkpoint-other-key = la clé qui l’a signé ne signait pas pour ce nombre d’inscriptions
checkpoint-beyond = le registre n’a plus les inscriptions sur lesquelles il porte
checkpoint-beyond-told = le registre n’a plus les inscriptions sur lesquelles il porte; une inscription dit pourquoi il continue : { $reason }
checkpoint-other-entries = le registre a d’autres inscriptions que celles sur lesquelles il porte
checkpoint-other-entries-told = le registre a d’autres inscriptions que celles sur lesquelles il porte; une inscription dit pourquoi il continue : { $reason }
misstep-other-key-name = sa clé n’est pas une clé de vérification au nom du registre
misstep-key-again = sa clé a déjà signé
misstep-not-handed-over = la passation n’est pas signée comme elle doit l’être
misstep-nothing-lost = ce qu’elle dit perdu n’est pas un point de contrôle du registre
desk-lost = un point de contrôle de { $signed } inscriptions a été signé, et ce registre de { $size } ne le contient pas : des inscriptions ont été perdues, ou c’est une copie plus ancienne. Rien n’y est inscrit. Remettez la copie plus récente à sa place, ou dites pourquoi il continue sans ces inscriptions : jalon reprendre --reason
signing-verifier = « { $key } » n’est pas une clé de vérification
signing-no-key = la clé qui signe pour ce registre n’est pas sur cet ordinateur ({ $key }); JALON_KEYS nomme le dossier des clés
signing-nothing-lost = le registre contient tout ce qui en a été signé : il n’y a rien à reprendre
proving-not-contained = le registre n’a pas les inscriptions sur lesquelles porte le point de contrôle de { $size }
proving-not-older = le point de contrôle porte sur { $older } inscriptions, et le plus récent sur { $newer }
proof-form = ce n’est pas une preuve
proof-beyond = l’inscription n’est pas de celles sur lesquelles porte le point de contrôle
proof-larger = le point de contrôle antérieur porte sur plus d’inscriptions que l’autre
proof-length = la preuve n’a pas autant d’empreintes que ces tailles en demandent
proof-old-root = la preuve ne donne pas la racine du point de contrôle antérieur
proof-root = la preuve ne donne pas la racine du point de contrôle
tree-progress = { $done } inscriptions hachées sur { $all }
published-tree = { $count ->
    [0] rien à ajouter : les { $size } inscriptions sont publiées
    [one] un fichier écrit; { $size } inscriptions sont publiées
   *[other] { $count } fichiers écrits; { $size } inscriptions sont publiées
}
resumed = le registre continue après { $size } inscriptions; un point de contrôle de { $lost } reste sans lui. Envoyez la nouvelle clé de vérification à qui vérifie :
rotated = une autre clé signe désormais. Envoyez sa clé de vérification à qui vérifie :
proof-holds-inclusion = ✓ l’inscription { $entry } est l’une des { $size } sur lesquelles porte le point de contrôle
proof-holds-consistency = ✓ le point de contrôle de { $size } inscriptions continue celui de { $older }
proof-signed-by = ✓ signé par { $key }
proof-signature-unchecked = – la signature n’a pas été vérifiée : aucune clé de vérification n’est donnée; prenez-la ailleurs que chez qui donne la preuve
proof-does-not-hold = la preuve ne tient pas : { $cause }
entry-key-rotated = clé remplacée
entry-ledger-resumed = registre repris
verify-key = clé donnée : { $key }
verify-own-key = – clé : non vérifiée, le registre en est cru sur parole; --key donne celle qui a été envoyée
    .page = – clé : non vérifiée, le registre en est cru sur parole; celle qui a été envoyée se donne plus bas
repair-signed = dernier point de contrôle signé : { $size } inscriptions
help-verify = Vérifie l’intégrité : octets, forme, chaîne, les deux copies, l’arbre et ce qui en est signé
help-verify-checkpoint = Un point de contrôle signé gardé d’avant, que le registre doit encore contenir; répétable
help-verify-key = La clé de vérification telle que l’a donnée qui l’a envoyée; sans elle, le registre en est cru sur parole; avec --proof et --checkpoint, deux fois si la clé a été remplacée entre les deux
help-verify-proof = Vérifie plutôt cette preuve, sans le registre : avec --entry, que l’inscription y est; avec --checkpoint, que le point de contrôle plus récent continue celui-là; d’une valeur, tout est dans le fichier
help-verify-entry = L’inscription telle qu’elle est gardée, en une ligne
help-checkpoint = Affiche la taille du registre et la racine de ses inscriptions, signées
help-checkpoint-key = Affiche plutôt la clé de vérification, avec laquelle d’autres vérifient ce que ce registre signe
help-prove = Montre qu’une inscription y est, d’où vient une valeur, ou qu’un point de contrôle signé en continue un autre
help-prove-what = Une inscription, par identifiant ou numéro : qu’elle est de celles sur lesquelles porte un point de contrôle signé. Un indicateur, par identifiant ou libellé : sa valeur, avec les inscriptions dont elle est tirée, en un seul fichier
help-prove-from = Que le dernier point de contrôle signé continue celui de ce fichier
help-publish = Écrit l’arbre des inscriptions en fichiers que tout serveur web peut offrir
help-publish-folder = Le dossier : ce qui lui manque y est ajouté, le dernier point de contrôle signé à la fin; il ne contient que des empreintes, rien de ce qui a eu lieu
help-key = Affiche la clé de vérification, ou remplace la clé qui signe
help-key-rotate = Met une autre clé à sa place; les deux signent la passation
help-key-rotate-reason = Pourquoi
help-resume = Continue un registre qui a perdu des inscriptions signées
help-resume-reason = Pourquoi il continue sans des inscriptions qui avaient été signées, pour qui vérifie
help-value-checkpoint = POINT-DE-CONTRÔLE
help-value-verifier-key = CLÉ
usage-verifier = « { $typed } » n’est pas une clé de vérification : elle a la forme NOM+EMPREINTE+CLÉ, comme jalon clé l’affiche
verify-closed = valeurs des exercices clos recalculées
verify-notified = – un point de contrôle signé de { $size } inscriptions a été envoyé à { $to } avec l’avis de clôture de l’exercice au { $day } : demandez-le et donnez-le par --checkpoint
    .page = – un point de contrôle signé de { $size } inscriptions a été envoyé à { $to } avec l’avis de clôture de l’exercice au { $day } : demandez-le et donnez-le plus bas
finding-year-root = nº { $entry }, qui clôt un exercice : son point de contrôle signé n’est pas celui des inscriptions d’avant
finding-year-value = nº { $entry }, qui clôt l’exercice au { $day } : les inscriptions d’alors donnent une autre valeur à { $indicator }
misstep-not-a-year = elle ne clôt aucun exercice terminé du plan
misstep-closed-again = elle clôt de nouveau sans dire quelle clôture elle remplace, ou pourquoi
misstep-no-closing = aucune clôture n’a cet identifiant
refused-not-a-year-end = aucun exercice du plan ne se termine le { $day }
refused-year-not-over = l’exercice qui se termine le { $day } n’est pas terminé
refused-open-still = { $open ->
    [0] aucune vérification n’attend
    [one] une vérification attend
   *[other] { $open } vérifications attendent
}, { $unapproved ->
    [0] et toutes les règles sont approuvées
    [one] et une règle n’est pas approuvée
   *[other] et { $unapproved } règles ne sont pas approuvées
}
    .hint = « jalon vérifications » les liste; --anyway avec --reason clôt l’exercice tel qu’il est
    .page = les régler d’abord, ou le clore tel qu’il est en le disant, avec un motif
refused-closed-already = l’exercice est déjà clos, par l’inscription nº { $entry }
    .hint = --notice en affiche de nouveau l’avis; --reason le clôt de nouveau
    .page = sa page le montre, et le clôt de nouveau avec un motif
refused-not-closed = l’exercice qui se termine le { $day } n’est pas clos
closing-title = Avis de clôture : exercice au { $day }
closing-of = { $label }, version { $version }
closing-indicator = Indicateur
closing-value = Valeur
closing-rule = Règle
closing-rule-version = version { $version }, { $status }
closing-closed = Clos le
closing-by = Par
closing-reason = Raison
closing-open = Vérifications en attente
closing-unapproved = Règles non approuvées
closing-size = Inscriptions
closing-root = Racine de l’arbre
closing-key = Clé de vérification
closing-asks = Gardez cet avis. Des années plus tard, « jalon vérifier --checkpoint » montre, avec les lignes signées, si le registre contient encore chaque inscription dont ces valeurs sont faites. Les mots disent la racine; l’image contient les lignes.
help-close = Clôt un exercice et affiche l’avis à envoyer
help-close-year = L’exercice, comme FY2024, ou son dernier jour
help-close-plan = Le plan; sinon celui qui a été adopté en premier
help-revisions-closing = Une clôture qu’une autre a remplacée, par son numéro d’inscription
refused-no-such-closing = l’inscription nº { $entry } n’est pas une clôture de l’exercice au { $day }
closing-again = Remplace
closing-again-value = nº { $entry }, du { $moment }; { $count ->
    [0] toutes les valeurs sont les mêmes
    [one] une valeur est autre
   *[other] { $count } valeurs sont autres
}
help-close-anyway = Le clore bien que des vérifications attendent ou que des règles ne soient pas approuvées; --reason dit pourquoi
help-close-reason = Pourquoi il est clos quand même, ou de nouveau
help-close-notice = Affiche de nouveau l’avis de l’exercice, et ne change rien
help-close-page = Écrit aussi l’avis en page à imprimer et à envoyer
help-close-to = Inscrit que son avis a été envoyé à cette organisation ou à ce service
help-close-on = Quand il a été envoyé; sinon aujourd’hui
entry-fiscalyear-valued = valeurs d’un exercice
entry-fiscalyear-closed = exercice clos
entry-fiscalyear-notified = avis de clôture envoyé
closing-others = { $count ->
    [one] Une autre valeur, hors des objectifs, est close aussi
   *[other] { $count } autres valeurs, hors des objectifs, sont closes aussi
} : « jalon clore … --notice --format json » les liste toutes.
revisions-title = Révisions depuis la clôture : exercice au { $day }
revisions-head = Clos le { $moment } par l’inscription nº { $entry }; { $count ->
    [0] chaque valeur est restée la même.
    [one] une valeur est autre aujourd’hui.
   *[other] { $count } valeurs sont autres aujourd’hui.
}
revisions-values = close { $was } · aujourd’hui { $is }
revisions-none = absente du plan
revisions-about = , de l’inscription nº { $entry }
revisions-by = { $moment }, { $recorder }
revisions-late = inscription postérieure à la clôture
revisions-corrected = rectification
revisions-withdrawn = retrait
revisions-judged = approbation, rejet ou confirmation
revisions-backed = pièces jointes ou retirées
revisions-rule = autre règle de calcul
revisions-rule-versions = autre règle : version { $is } au lieu de { $was }
revisions-part = numérateur
revisions-whole = dénominateur
revisions-amounts = { $was } → { $is }
revisions-bounds = ce qui est certain est le même, ce qui est possible ne l’est pas : { $was } à la clôture, { $is } aujourd’hui
revisions-backing = la valeur est la même; ce qui l’appuie ne l’est pas
revisions-closed-again = L’exercice a été clos de nouveau depuis, par l’inscription nº { $entry }.
revisions-closed-before = Cette clôture a pris la place de la #{ $entry }; { $count ->
    [0] toutes ses valeurs sont les mêmes.
    [one] une de ses valeurs est autre.
   *[other] { $count } de ses valeurs sont autres.
}
revisions-register = répertoire ou définition changés
revisions-follows = découle des autres
help-revisions = Liste ce que sont devenues les valeurs d’un exercice clos, et pourquoi
help-revisions-year = L’exercice, comme FY2024, ou son dernier jour
help-revisions-plan = Le plan; sinon celui qui a été adopté en premier
closing-fact = { $name } : { $value }
receipt-late = inscription postérieure à la clôture de l’exercice au { $day }
help-value-year = EXERCICE
finding-lost-key = { $key } n’a rien passé à la clé qui signe maintenant : elle a été perdue, ou quelqu’un en a mis une autre à sa place. Demandez la nouvelle à l’organisation
misstep-other-rules = elle ne dit pas combien de règles ne sont pas approuvées, ou pourquoi l’exercice est clos tout de même
usage-proof-of-what = --proof demande --entry, ou un seul --checkpoint : ce dont elle est la preuve
vault-checkpoint = { $path } n’est pas un point de contrôle de ce registre tel qu’il a été signé : rien n’est inscrit ni signé tant qu’il est là. « jalon vérifier » en dit plus; remettez ce qui y était
verify-unknown = – ce qui ne peut se savoir : l’horloge, la clé et le nom de qui inscrit sont ceux de l’organisation; ils montrent l’ordre et la continuité, non l’indépendance
web-audit-reconcile = Rapprocher une ébauche
web-audit-reconcile-lead = Une ébauche ou un rapport imprimé, à côté des inscriptions et de lui-même, avant l’impression.
web-audit-documents = Pièces justificatives
web-audit-documents-lead = Ce qu’étaye chaque pièce, et ce qui manque ou n’est nommé par rien.
claim-key = la clé qui l’a signé n’est pas celle du registre, ou la clé donnée ne lui a pas passé la main
claim-size = la valeur est de { $claimed } inscriptions, et le point de contrôle n’en signe que { $signed }
claim-indicator = le plan qui régit à cette date n’a pas cet indicateur, ou c’en est une autre version
claim-value = { $count ->
    [one] les inscriptions jointes donnent autre chose en un endroit : { $members }
   *[other] les inscriptions jointes donnent autre chose en { $count } endroits : { $members }
}
claim-entry = inscription jointe nº { $line } : { $cause }
claim-order = l’inscription jointe nº { $line } ne vient pas après la précédente
proof-holds-value = ✓ { $label }, au { $day } : { $value }, d’un registre de { $size } inscriptions
proof-holds-entries = { $count ->
    [one] ✓ une inscription jointe, qui est de celles du point de contrôle; rejouée, elle donne cette valeur
   *[other] ✓ { $count } inscriptions jointes, toutes de celles du point de contrôle; rejouées, elles donnent cette valeur
}
proof-holds-counted = ✓ { $counted } y comptent, { $left } ont été examinées et ne comptent pas
proof-not-shown = – ce que cette preuve ne montre pas : qu’aucune autre inscription ne devait compter, ni qu’aucune de celles-ci n’a été rectifiée ou retirée, ni le plan changé, par une inscription qui n’est pas jointe; « jalon vérifier » le montre du registre entier, ou d’un dossier d’audit
pack-title = Dossier d’audit — exercice clos le { $day }
pack-key = La clé que vous avez reçue
pack-key-about = Collez la clé de vérification telle que vous l’avez reçue par ailleurs, d’un avis de clôture par exemple. Celle du dossier ne vaut que par lui.
pack-folder = Le dossier entier
pack-folder-about = Choisissez le dossier dans lequel se trouve cette page : ses fichiers et les pièces justificatives sont alors hachés. Rien n’est envoyé.
pack-table = Tableau des indicateurs
pack-table-about = Chaque valeur est additionnée ici d’après ses apports. Choisissez une ligne pour voir de quoi elle est faite.
pack-documents = Pièces justificatives
pack-no-documents = Aucune inscription ne nomme de pièce.
pack-entries = Inscriptions
pack-place = Numéro
pack-open = Ouvrir
pack-said = Ce que le programme dit du registre
pack-said-about = Ces textes sont tels que le programme les a écrits dans le dossier. Cette page ne les recalcule pas; « jalon vérifier » le fait.
pack-coverage = Ce qui n’est compté nulle part, et sur quoi reposent les valeurs
pack-checks = Points ouverts
pack-cutoff = Séparation des exercices
pack-revisions = Révisions depuis la clôture
pack-samples = Échantillons
pack-limits = Ce que cette page ne vérifie pas
pack-limit-omitted = Qu’aucune inscription n’a été laissée de côté dans une valeur ou dans ce qui est dit non compté, ni donc qu’un total publié est contredit : il y faut les règles. « jalon vérifier » et docs/verify.py les tiennent.
pack-limit-script = Elle-même : une page changée peut dire ce qu’on veut. Prenez le point de contrôle signé et la clé ailleurs que dans ce dossier, et vérifiez avec vos propres outils.
pack-limit-rules = Si chaque inscription pouvait suivre celles d’avant; ce qui était possible sans être certain; et que la phrase affichée pour une règle dit ce que dit la règle : la règle elle-même est dans l’inscription affichée à côté.
pack-limit-elsewhere = Ce qui ne peut se savoir d’un registre : l’horloge, la clé et les noms sont ceux de l’organisation.
pack-at-least = au moins { $value }
pack-between = entre { $low } et { $high }, bornes que cette page ne recalcule pas
pack-in-words = en mots ({ $count })
pack-not-stated = n/d
pack-close = Fermer
pack-entry = Inscription nº { $place }
pack-entry-type = Type
pack-entry-days = Jours
pack-entry-recorded = Inscrite le
pack-entry-author = Par
pack-entry-subject = Au sujet de
pack-entry-hash = Empreinte BLAKE3, calculée ici
pack-entry-bytes = Les octets tels qu’ils sont gardés :
pack-more = et { $count } autres
pack-not-counted = Examinées et non comptées ({ $count })
pack-nothing = Aucun apport.
pack-rule = Règle, dans les mots du programme :
pack-part = Au-dessus :
pack-whole = Au-dessous :
pack-supplementary = Autres indicateurs
pack-total = Total publié
pack-sealed = scellé
pack-erased = détruit
pack-column-indicator = Indicateur
pack-column-target = Cible
pack-column-value = Valeur
pack-column-percent = % de la cible
pack-column-closed = À la clôture
pack-column-check = Vérifié
pack-column-entry = Nº
pack-column-date = Date
pack-column-what = Quoi
pack-column-amount = Apport
pack-column-grade = Appui
pack-column-reason = Remarque
pack-column-document = Pièce
pack-column-kind = Nature
pack-column-bytes = Octets
pack-outcome-sound = vérifié
pack-outcome-failed = écart constaté
pack-outcome-unchecked = non vérifié
pack-outcome-waiting = en cours
pack-verdict-waiting = Vérification en cours
pack-verdict-sound = Tout ce que cette page recalcule concorde
pack-verdict-failed = Cela ne concorde pas : écarts constatés ({ $count })
pack-verdict-unchecked = Rien n’est encore vérifié
pack-about-waiting = Chaque inscription est hachée de nouveau, la racine de l’arbre rebâtie, la signature vérifiée, chaque valeur additionnée.
pack-about-sound = Les inscriptions sont celles qui ont été signées, et les valeurs s’additionnent d’après elles. Comparez la clé et donnez le dossier pour vérifier le reste.
pack-about-failed = Ne vous fiez pas à ce dossier. Ce qui ne concorde pas est nommé ci-dessous.
pack-about-unchecked = Le registre est trop grand pour cette page : choisissez ci-dessous le dossier dans lequel elle se trouve.
pack-check-parts = Données écrites dans cette page, comparées à leurs empreintes : { $count }
pack-check-form = Inscriptions hachées de nouveau (BLAKE3), dans leur forme unique et à la suite : { $count }
pack-check-root = Racine de l’arbre de { $count } inscriptions, rebâtie (SHA-256) : { $root }
pack-check-signature = Point de contrôle signé (Ed25519) par { $key }
pack-check-key = Clé donnée : c’est elle qui a signé, ou qui a passé la main
pack-check-values = Valeurs additionnées d’après leurs apports : { $count }, dont en mots, sans nombre : { $words }
pack-check-ties = Apports rattachés à une inscription hachée : { $count }; restes de totaux non recalculés : { $rests }
pack-check-closed = Valeurs consignées à la clôture (nº { $place }) : { $count }; autres aujourd’hui : { $revised }
pack-check-files = Fichiers du dossier, selon SHA256SUMS : { $count }
pack-check-documents = Pièces justificatives, hachées (BLAKE3 et SHA-256) : { $count }
pack-failed-parts = Données écrites dans cette page qui sont telles qu’elles ont été écrites : { $right } sur { $count }
pack-failed-form = Inscriptions trouvées justes avant la première qui ne l’est pas : { $right }
pack-failed-root = Point de contrôle signé et racine de l’arbre, rebâtie (SHA-256) : ils ne concordent pas
pack-failed-signature = Signature du point de contrôle signé (Ed25519) : elle ne concorde pas
pack-failed-key = Clé donnée : comparée, et elle ne concorde pas
pack-failed-values = Valeurs qui s’additionnent d’après leurs apports : { $right } sur { $count }
pack-failed-ties = Apports qui concordent avec l’inscription qu’ils nomment : { $right } sur { $count }
pack-failed-closed = Valeurs consignées à la clôture : ce que le dossier dit de leurs révisions ne tient pas
pack-failed-files = Fichiers du dossier qui sont tels que SHA256SUMS les donne : { $right } sur { $count }
pack-failed-documents = Pièces justificatives qui sont celles que nomment les inscriptions (BLAKE3 et SHA-256) : { $right } sur { $count }
pack-fault-other-folder = ce n’est pas ce dossier d’audit : ni audit.html ni SHA256SUMS ne s’y trouve; choisissez celui dans lequel se trouve cette page
pack-fault-number = « { $value } » n’est pas un nombre
pack-fault-not-listed = elle est autre aujourd’hui, et le dossier ne la nomme pas parmi ses révisions
pack-fault-not-revised = le dossier la nomme parmi ses révisions, et elle est telle qu’à la clôture
pack-fault-other-closing = les révisions que donne le dossier ne sont pas celles de cette clôture
pack-words = en mots
pack-unchecked-form = Inscriptions : non vérifiées
pack-unchecked-key = Clé : non comparée; le dossier en est cru sur parole
pack-unchecked-closed = Clôture : l’exercice n’est pas clos
pack-unchecked-files = Fichiers du dossier : non vérifiés, choisissez le dossier
pack-unchecked-documents = Pièces justificatives ({ $count }) : non vérifiées, choisissez le dossier
pack-fault-folder = le registre n’est pas dans cette page; choisissez le dossier
pack-fault-part = la partie « { $name } » de cette page n’est pas telle qu’elle a été écrite
pack-fault-no-line-feed = le registre ne finit pas par une fin de ligne
pack-fault-no-entry = la ligne nº { $place } n’est pas une inscription
pack-fault-spelling = l’inscription nº { $place } n’est pas dans sa forme unique
pack-fault-sequence = l’inscription nº { $place } n’est pas à sa place
pack-fault-chain = l’inscription nº { $place } ne nomme pas l’empreinte de celle d’avant : l’une des deux a été changée
pack-fault-time = l’inscription nº { $place } est antérieure à celle d’avant
pack-fault-id = l’inscription nº { $place } porte un identifiant déjà pris
pack-fault-no-note = le point de contrôle signé n’est pas une note signée
pack-fault-no-key = « { $key } » n’est pas une clé de vérification
pack-fault-handover = la passation de la clé au nº { $place } n’est pas signée
pack-fault-origin = le point de contrôle signé est celui de « { $name } »
pack-fault-size = ce sont { $count } inscriptions qui sont signées ou dites, et il y en a { $size }
pack-fault-root = la racine n’est pas celle du point de contrôle signé : une inscription a été changée, ajoutée ou retirée
pack-fault-signature = la signature n’est pas de { $key }
pack-fault-other-key = cette clé n’est pas de celles du registre
pack-fault-not-handed = cette clé n’a pas passé la main à celle qui signe
pack-fault-no-plan = le plan « { $name } » n’est pas au registre dans cette version
pack-fault-no-indicator = le plan n’a pas d’indicateur « { $name } »
pack-fault-no-such-entry = l’inscription n’est pas au registre
pack-fault-no-version = la version nommée n’est pas l’une des siennes
pack-fault-date = la date n’est pas celle de l’inscription
pack-fault-window = elle tombe hors de la période de l’indicateur
pack-fault-other-total = ce n’est pas un total publié de cet indicateur à cette date
pack-fault-other-type = la règle ne compte pas ce type d’activité
pack-fault-amount = l’apport n’est pas celui que l’inscription donne
pack-fault-grade = l’appui n’est pas celui de l’inscription
pack-fault-keys = ce qui est compté n’est pas ce que l’inscription nomme
pack-fault-reason = la remarque ne tient pas
pack-fault-sum = les apports donnent { $value }
pack-fault-grade-sum = l’appui n’est pas celui des apports
pack-fault-parts = la part ne suit pas de ses deux côtés
pack-fault-no-claim = le dossier n’en donne pas la valeur
pack-fault-unread = illisible : { $cause }
pack-fault-no-sums = SHA256SUMS manque
pack-fault-file = { $name } n’est pas tel qu’il a été écrit
pack-fault-no-file = { $name } manque
pack-fault-more-file = { $name } n’est pas du dossier
pack-fault-document = « { $name } » n’est pas la pièce que l’inscription nomme
pack-fault-no-document = « { $name } » n’est pas dans le dossier
pack-left-classnotstated = classe non précisée
pack-left-contradictstotal = dépasse un total publié
pack-left-withdrawn = retirée
pack-left-valuenotstated = valeur non précisée
pack-left-keynotstated = ce qui distingue n’est pas précisé
pack-left-replacedtotal = total remplacé par un plus récent
representation-title = Déclaration de la direction — exercice clos le { $day }
representation-opening = Nous sommes responsables de ce registre et des valeurs qui en sont tirées au { $day }. Au mieux de notre connaissance, nous déclarons ce qui suit.
representation-complete = Exhaustivité : tout ce que nous savons des activités de l’exercice est inscrit. { $count ->
    [0] Aucune inscription n’est laissée de côté par les valeurs.
    [one] Une inscription n’est comptée dans aucune valeur; le dossier dit pourquoi.
   *[other] { $count } inscriptions ne sont comptées dans aucune valeur; le dossier dit pourquoi.
 }
representation-occurred = Réalité et séparation des exercices : chaque activité inscrite a eu lieu, aux jours inscrits; ce qui est prévu est inscrit comme tel.
representation-rules = Règles : les valeurs suivent les règles du plan « { $plan } », version { $version }. { $count ->
    [0] Toutes sont approuvées.
    [one] Une règle n’est pas approuvée.
   *[other] { $count } règles ne sont pas approuvées.
 }
representation-evidence = Pièces : les pièces justificatives jointes sont celles que nous avons, et nous n’en avons retenu aucune. { $count ->
    [0] Toutes les inscriptions en ont.
    [one] Une inscription n’en a pas.
   *[other] { $count } inscriptions n’en ont pas.
 }
representation-open = Points ouverts : { $count ->
    [0] le registre n’en montre aucun.
    [one] le registre en montre un, que nous connaissons.
   *[other] le registre en montre { $count }, que nous connaissons.
 }
representation-corrections = Rectifications : aucune inscription n’a été retirée ou rectifiée que pour la raison qui y est dite, et rien n’a été retiré de ce dossier.
representation-closing = Clôture
representation-closed = nº { $entry }, par { $by }
representation-not-closed = l’exercice n’est pas clos
representation-made = Dossier fait le
representation-name = Nom
representation-office = Fonction
representation-date = Date
representation-signature = Signature
help-pack = Fait le dossier d’audit d’un exercice : registre, tableaux, pièces, déclaration, et une page qui recalcule tout hors ligne
help-pack-year = L’exercice, comme FY2024, ou son dernier jour
help-pack-folder = Le dossier à faire; il ne doit rien contenir
help-pack-plan = Le plan; sinon celui qui a été adopté en premier
pack-made = dossier d’audit écrit dans { $path } : { $files } fichiers, { $size } inscriptions
pack-missing = { $count ->
    [one] une pièce justificative manque au registre, et donc au dossier
   *[other] { $count } pièces justificatives manquent au registre, et donc au dossier
}
pack-too-large = le registre est trop grand pour la page : elle demandera le dossier, et lira log.jsonl et pack.json
pack-open-page = Ouvrez { $path } dans un navigateur; l’auditeur vérifie le tout par « jalon vérifier { $folder } »
pack-none = { $path } : ce n’est pas un dossier d’audit de jalon
pack-file-missing = { $name } manque au dossier
pack-file-changed = { $name } n’est pas tel qu’il a été écrit (SHA256SUMS)
pack-file-unlisted = { $name } n’est dans aucune liste du dossier (SHA256SUMS)
pack-claim-differs = pack.json, { $name } : les inscriptions donnent autre chose
pack-file-written = { $name } n’est pas ce que ce programme écrit d’après les inscriptions
pack-no-form = pack.json ne dit pas de quel exercice et de quel plan c’est le dossier
verify-files = fichiers du dossier, selon SHA256SUMS
verify-claims = valeurs du dossier et tout ce qu’il en dit, refaits d’après les inscriptions
verify-written = tableaux, pages et déclarations, récrits d’après les inscriptions
verify-other-program = { $count ->
    [one] un fichier est d’une autre version du programme que celle-ci, et n’est comparé qu’à SHA256SUMS, que chacun peut récrire
   *[other] { $count } fichiers sont d’une autre version du programme que celle-ci, et ne sont comparés qu’à SHA256SUMS, que chacun peut récrire
}
help-verify-pack = Le dossier d’audit à vérifier à la place du registre : ses inscriptions, et ce qu’il en dit
pack-unsigned = le dossier n’a pas les { $size } inscriptions que signe son point de contrôle
reconcile-unread = Colonnes de nombres qui n’ont pas été lues : { $columns }
publish-lone-checkpoint = { $path } : aucun arbre n’est à côté; le mettre ailleurs s’il ne vient pas d’ici, l’enlever si les tuiles de l’arbre ont été perdues
publish-other-folder = { $path } contient un dossier d’audit ou un registre, pas un arbre : publier dans un dossier à part
usage-proof-of-value = la preuve d’une valeur contient ce dont elle est la preuve : ne donner ni --entry ni --checkpoint
usage-one-key = --key est donné plusieurs fois : deux clés ne vont qu’avec --proof et --checkpoint, de part et d’autre d’une passation
proof-signed-after = ✓ signé par { $signer }, à qui { $key } a passé la main
pack-corrected = rectifiée au
finding-in-pack = log.jsonl : { $fault }
verify-pack-not-sound = le dossier d’audit n’est pas tel que ses inscriptions le donnent
help-value-entry-or-indicator = INSCRIPTION_OU_INDICATEUR
help-value-pack = DOSSIER_D_AUDIT
pack-side = { $name } : { $value }
pack-fault-twice = elle compte plus d’une fois
pack-fault-withdrawn = l’inscription est retirée
pack-fault-superseded = une autre version vaut
pack-rule-itself = Cette phrase est du programme, non vérifiée ici; la règle elle-même est dans l’inscription
pack-fault-atleast = « au moins » et les bornes ne s’accordent pas avec la valeur
pack-fault-contradicts = qu’elle contredise ou non un total publié ne s’accorde pas avec les motifs de ce qui n’est pas compté
pack-fault-precision = la précision annoncée n’est pas celle que disent ses inscriptions
pack-fault-format = « { $name } » n’est pas une forme de dossier que cette page lit
pack-fault-bounds = la valeur n’est pas entre ses bornes
pack-fault-no-year = ce n’est pas le dernier jour d’un exercice
pack-fault-other-file = { $name } n’est pas ce qui est dans cette page
pack-limit-counted = Que chaque inscription nommée devait compter, et comment : ses conditions, ce qui est demandé à toutes les inscriptions d’une clé, ce qui est prévu, ce qui attend d’être approuvé, ce qu’une autre inscription ferme; et les bornes de ce qui n’est pas certain.
pack-strange-file = { $name } n’est pas un fichier que fait ce programme
pack-rest = log.jsonl : des octets suivent la dernière inscription
problem-itemised-already = ce fichier a déjà été inscrit, au nº { $batch }
    .hint = le retirer d’abord (« jalon retirer { $batch } »), ou --anyway pour l’inscrire une fois de plus
