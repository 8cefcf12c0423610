# Nombres
percent = { $number } %
money = { $number } { $symbol }
period = du { $from } au { $to }

# Tableau
table-title = { $plan } — au { $day }
column-indicator = Indicateur
column-target = Cible
column-delivered = Réalisé
column-percent = % de la cible
column-grade = Appui
reached = { $reached } sur { $of } atteints
not-stated = n/d
at-least = au moins { $value }
narrative-entries = { $count ->
    [one] { $count } inscription en mots
   *[other] { $count } inscriptions en mots
}
table-foot = plan { $plan }, version { $version } · { $size } inscriptions · empreinte { $head }
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
window-fiscalyear = au cours de l'exercice
window-open = en vigueur à la date
window-state = état à la date
condition-is = { $path } est { $value }
condition-isnot = { $path } n'est pas { $value }
condition-list = { $path } est dans la liste { $value }
condition-notlist = { $path } n'est pas dans la liste { $value }
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
explain-rule = Règle ({ $status }) : { $rule }
explain-contributions = { $count ->
    [one] { $count } apport
   *[other] { $count } apports
}
explain-notcounted = { $count ->
    [one] { $count } inscription non comptée
   *[other] { $count } inscriptions non comptées
}
citation-line = , ligne { $line }
citation-words =  : « { $words } »
reason-classnotstated = classe non précisée ({ $paths })
reason-contradictstotal = contredit le total publié (nº { $entry })
reason-beforefirstday = avant le premier jour de l'indicateur
reason-straddles = peut être avant ou après la date
reason-planned = prévue, non confirmée
reason-notapproved = en attente d'approbation
reason-rejected = rejetée
reason-withdrawn = retirée (nº { $entry })
reason-noconversion = autre monnaie, sans conversion inscrite
reason-valuenotstated = valeur non précisée ({ $paths })
reason-keynotstated = clé non précisée ({ $paths })
reason-replacedtotal = total remplacé par un total ultérieur (nº { $entry })
reason-totalafterdate = total publié d'une période qui finit après la date
reason-filtered = un total publié ne se filtre pas
remark-alreadycounted = déjà compté (nº { $entry })
remark-superseded = une inscription plus récente vaut (nº { $entry })
remark-supersededsameday = même date, l'inscription inscrite après vaut (nº { $entry })
remark-closedby = fermée (nº { $entry })
remark-ended = terminée le { $entry }
remark-besidetotal = à côté du total publié (nº { $entry })
remark-remainder = reste du total publié, sans détail
remark-wholetotal = total publié, en entier
remark-keynotmet = la condition sur la clé n'est pas remplie
remark-notlargest = n'est pas la plus grande
verify-unknown = Non vérifié : aucun point de contrôle ; un registre raccourci ne se remarquerait pas.

# Ouverture du registre
notice-line-aside = une dernière ligne incomplète a été mise de côté : { $value }
notice-line-ignored = une dernière ligne incomplète est laissée de côté (nº { $value })
notice-caught-up = la base a été remise à jour d'après les lignes, jusqu'à { $value } inscriptions
notice-store-rebuilt = la base a été refaite d'après les lignes : { $value } inscriptions
notice-twin-only = seules les lignes sont lues : { $value }

# Démonstration
demo-next = Et maintenant :
    { "  " }jalon --ledger { $folder } expliquer newsletters --as-at 2024-03-31
    { "  " }jalon --ledger { $folder } tableau --as-at 2023-03-31
    { "  " }jalon --ledger { $folder } verifier

# Inscription
record-ends-today = la période contient aujourd'hui : elle finit le { $day } (--planned la garde entière)

# Journal
journal-corrected = { $count ->
    [one] rectifiée { $count } fois
   *[other] rectifiée { $count } fois
}
journal-withdrawn = retirée

# Ouverture d'un registre
init-key = clé de signature gardée dans { $path } : hors du registre, à sauvegarder à part


# Réparation
repair-choose = rien n'a changé ; --from twin ou --from store dit laquelle des deux copies est juste
repair-needed = les deux copies ne s'accordent pas
repair-aside = l'autre copie a été mise de côté : { $path }

# Rapprochement
reconcile-line = l. { $line } · { $indicator } · { $figure } : imprimé { $shown }, calculé { $computed } — { $verdict }
reconcile-totals = { $agrees } concordent, { $differs } diffèrent, { $unchecked } à lire
verdict-agrees = concorde
verdict-differs = diffère
verdict-unchecked = ne se compare pas

### typed
typed-or = ou
typed-nearest = { $sentence } (noms proches : { $near })
typed-field = { $field } : { $problem }
typed-empty = rien n’est écrit
typed-decimal = { $whole },{ $fraction }
typed-date-empty = la date est vide ; écrire par exemple 2023-09-27, 2023-09, 2023, FY2024, ou deux dates avec .. entre elles
typed-date-unknown = « { $typed } » n’est pas une date ; écrire par exemple 2023-09-27, 27 septembre 2023, 2023-09, 2023, FY2024 (l’exercice qui finit en 2024), ou deux dates avec .. entre elles
typed-date-relative = « { $typed } » sera un autre jour demain ; dans un fichier, écrire le jour lui-même, par exemple 2023-09-27
typed-date-no-such-day = la date « { $typed } » n’existe pas ; le dernier jour de ce mois est le { $last }
typed-date-not-in-calendar = la date « { $typed } » n’existe pas dans le calendrier
typed-date-two-readings = « { $typed } » se lit de plusieurs façons : { $readings } ; écrire celle qui est voulue sous la forme AAAA-MM-JJ
typed-date-end-before-start = « { $typed } » finit ({ $to }) avant de commencer ({ $from })
typed-date-not-a-fiscal-year = « { $typed } » n’est pas un exercice de ce registre ; pour tous les jours de ces années, écrire { $first }..{ $last }
typed-date-no-year = il manque l’année à « { $typed } » ; l’ajouter, par exemple 27 septembre 2023
typed-date-other-weekday = « { $typed } » : le { $day } tombe un autre jour de la semaine ; corriger la date ou enlever le jour de la semaine
typed-date-not-one-day = « { $typed } » dure plus d’un jour ; écrire un seul jour, par exemple 2023-09-27
typed-number-none = « { $typed } » n’est pas un nombre ; l’écrire en chiffres, par exemple 4 200 000,50
typed-number-not-whole = « { $typed } » n’est pas un nombre entier
typed-number-percent = « { $typed } » est un pourcentage ; il faut ici un nombre
typed-number-money = « { $typed } » est une somme d’argent ; il faut ici un nombre seul
typed-number-word = « { $typed } » : « { $word } » ne se comprend pas à côté d’un nombre
typed-number-two-readings = « { $typed } » se lit de deux façons ; écrire { $grouped } ou { $decimal }
typed-number-decimals = { $decimals ->
    [one] « { $typed } » a plus de { $decimals } décimale ; rien n’est arrondi ici
   *[other] « { $typed } » a plus de { $decimals } décimales ; rien n’est arrondi ici
}
typed-number-too-large = « { $typed } » est trop grand ; la limite est { $limit }
typed-number-foreign = « { $typed } » est en { $currency } et le registre est en { $ledger } ; importer ce montant en JSON Lines avec sa conversion en { $ledger } (« converted » : montant, monnaie, taux, source, date)
typed-number-which-currency = « { $typed } » : plusieurs monnaies s’écrivent { $sign } ; écrire le code, par exemple USD 1200
typed-body-unknown = « { $typed } » n’est pas au répertoire
typed-body-several = plusieurs s’appellent « { $typed } » : { $bodies } ; écrire l’identifiant de celui qui est voulu
typed-body-other-kind = « { $id } » ne convient pas ici ; il faut { $kinds }
body-organisation = une organisation
body-project = un projet
body-deliverable = un livrable
body-person = une personne
typed-text-control = le texte contient le caractère de commande { $code } ; l’enlever
typed-text-too-long = le texte a { $length } caractères ; la limite est { $limit }
typed-yes-no = « { $typed } » n’est ni oui ni non
typed-choice = « { $typed } » n’est pas un de ces choix : { $choices }
typed-sealed = le champ est scellé ; sa valeur ne s’écrit pas ici
typed-repeated = « { $typed } » y est deux fois
typed-items = { $given } valeurs sont trop ; la limite est { $limit }
typed-field-unknown = le type « { $kind } » n’a pas de champ « { $typed } »
typed-field-several = « { $typed } » peut être { $fields } ; écrire celui qui est voulu
typed-field-twice = le champ « { $field } » est donné deux fois
typed-field-retired = le champ « { $field } » ne s’emploie plus
typed-field-pair = « { $typed } » n’est pas de la forme NOM=VALEUR
typed-type-unknown = il n’y a pas de type d’activité « { $typed } »
typed-type-several = « { $typed } » peut être { $types } ; écrire celui qui est voulu

### import
import-rows = le fichier a plus de { $limit } lignes ; l’importer en plusieurs parties
import-id = « { $typed } » n’est pas l’identifiant d’une inscription (un UUID en minuscules)
import-end-before-start = cela finit ({ $to }) avant de commencer ({ $from })
import-encoding-utf8 = le fichier est en UTF-8, mais cet endroit est abîmé ; l’enregistrer de nouveau en UTF-8
import-encoding-utf16 = le fichier est en UTF-16, mais cet endroit est abîmé ; l’enregistrer de nouveau en UTF-8
import-encoding-unknown = le fichier n’est dans aucun codage connu (UTF-8, UTF-16, Windows-1252) ; l’enregistrer de nouveau en UTF-8
import-counts = { $added ->
    [one] { $added } inscrite
   *[other] { $added } inscrites
}, { $skipped } déjà là
import-would = rien n’est écrit (--dry-run) ; seraient inscrites : { $added } ; déjà là : { $skipped }
import-type = { $count } × { $kind }
import-planned = { $count ->
    [one] { $count } finit après aujourd’hui : elle est prévue et ne compte pas avant d’être confirmée
   *[other] { $count } finissent après aujourd’hui : elles sont prévues et ne comptent pas avant d’être confirmées
}
csv-open-quote = ce guillemet n’est jamais refermé
csv-after-quote = quelque chose suit le guillemet qui ferme ; dans une cellule, un guillemet s’écrit deux fois
csv-empty = le fichier est vide ; sa première ligne nomme les colonnes
csv-no-type = aucune colonne « type » ; l’ajouter, ou dire le type de toutes les lignes avec --type
csv-type-twice = la colonne « { $head } » et --type disent toutes deux le type ; enlever l’une des deux
csv-head = la colonne « { $head } » n’est pas connue
csv-head-two-meanings = la colonne « { $head } » peut être { $column } ou le champ { $field } ; écrire { $column } ou fields.{ $field }
csv-head-twice = la colonne « { $head } » y est deux fois
csv-no-column = un fichier de totaux publiés a besoin de la colonne « { $head } »
csv-no-head = « { $typed } » n’est sous aucun nom de colonne ; un nombre à virgule peut avoir besoin de guillemets
csv-empty-cell = { $head } : la cellule est vide
csv-missing = le champ « { $label } » ({ $field }) manque ; le type « { $kind } » l’exige
csv-date-twice = la date y est deux fois : sous « on », et sous « occurredfrom » ou « occurredto »
csv-no-source = la citation ne nomme pas sa source ; l’écrire sous « citation »
csv-basis = « { $typed } » n’est pas un de ces mots : firsthand, document, report
csv-indicator = il n’y a pas d’indicateur « { $typed } »
line-syntax = à partir d’ici, ce n’est pas du JSON
line-unfinished = la ligne finit au milieu d’une valeur ; un objet tient sur une ligne
line-not-an-object = une ligne est un objet, entre accolades
line-twice = « { $member } » y est deux fois
line-null = « { $member } » est null ; ce qui n’est pas là s’omet
line-fraction = « { $member } » n’est pas un nombre entier ; un nombre à décimales s’écrit comme un texte, par exemple "53.24"
line-unknown = « { $member } » n’est pas connu
line-missing = il manque « { $member } »
line-not-text = « { $member } » n’est pas un texte
line-shape = « { $member } » n’est pas écrit comme il se doit
line-date = « { $typed } » n’est pas un jour du calendrier, écrit comme 2023-09-27
line-body = « { $typed } » n’est pas un identifiant du répertoire, comme organisation/ocde
line-ref = aucune ligne plus haut ne s’appelle « { $name } » (« ref »)
line-ref-twice = une autre ligne plus haut s’appelle « { $name } » (« ref »)
line-recordedtime = une importation ne donne pas « recordedtime » : le registre l’écrit quand il inscrit
