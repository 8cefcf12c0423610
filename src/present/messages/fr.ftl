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

# Importation
import-done = { $rows } inscrites, { $skipped } déjà là

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

### Vérification
verify-form = octets et forme canonique
verify-chain = chaîne, ordre et identifiants
verify-copies = égalité des deux copies
verify-documents = pièces justificatives
verify-sealed = valeurs scellées
verify-values = valeurs recalculées d’après les seules inscriptions
verify-checkpoint = point de contrôle signé
verify-outcome-sound = ✓ { $check } : { $count }
verify-outcome-failed = ✗ { $check } : écart constaté
verify-outcome-unchecked = – { $check } : { $why }
verify-unchecked = non vérifié
verify-without-key = { $count ->
    [one] { $count } non vérifiée, sans clé
   *[other] { $count } non vérifiées, sans clé
}
verify-without-checkpoint = non vérifié : aucun point de contrôle n’est donné ; un registre raccourci ne se remarquerait pas
verify-findings = { $count ->
    [one] { $count } écart constaté
   *[other] { $count } écarts constatés
}
verify-not-sound = le registre n’est pas tel qu’il a été inscrit
finding-log = le registre ne se lit pas : { $cause }
finding-form = nº { $entry } : pas en forme canonique ({ $cause })
finding-sequence = nº { $entry } : l’inscription dit qu’elle est la nº { $cause }
finding-chain = nº { $entry } : ne porte pas l’empreinte de l’inscription précédente
finding-time = nº { $entry } : inscrite avant l’inscription précédente
finding-id = nº { $entry } : porte l’identifiant d’une autre inscription
finding-source = nº { $entry } : nomme un autre registre
finding-replay = nº { $entry } : ne peut pas suivre ce qui précède ({ $cause })
finding-copies = les deux copies diffèrent : { $store } et { $twin }
finding-nodocument = nº { $entry } : ce qui tient lieu de pièce justificative n’en est pas une
finding-document-missing = nº { $entry } : « { $name } » manque ; remettez la pièce justificative dans { $file }
finding-document-differs = nº { $entry } : « { $name } » n’est plus la même ; remettez la pièce d’origine dans { $file }
finding-document-unreadable = nº { $entry } : « { $name } » ne se lit pas ; voyez les droits de { $file }
finding-sealed-missing = nº { $entry } : { $file } manque ; remettez ce fichier d’après une sauvegarde ({ $person })
finding-sealed-altered = nº { $entry } : { $file } a été changé, ou la clé de { $person } en est une autre
finding-sealed-key = nº { $entry } : la clé de { $person } ne se lit pas ({ $file })
finding-sealed-unreadable = nº { $entry } : { $file } ne se lit pas ; voyez ses droits ({ $person })
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
show-documents = { $count ->
    [one] { $count } pièce justificative
   *[other] { $count } pièces justificatives
}
show-recorder = par { $name }
explain-document = pièce : { $name } ({ $kind })
vault-file = { $path } : { $cause }
vault-not-a-file = { $path } n’est pas un fichier ; donnez un document
vault-empty = { $path } est vide ; donnez le document lui-même
vault-too-large = { $path } dépasse 4 Gio ; donnez un document plus petit
vault-name = le nom de { $path } ne peut pas être gardé ({ $cause }) ; renommez le fichier
vault-no-key-folder = aucun dossier pour les clés ; nommez-en un dans JALON_KEYS
vault-keys-inside = le dossier des clés, { $path }, est dans le registre ; nommez-en un autre dans JALON_KEYS
vault-no-key = la clé de { $person } n’est pas sur ce poste ; apportez-la, ou laissez la personne de côté
vault-key-file = la clé { $path } n’est pas telle qu’elle a été écrite ; reprenez-la d’une sauvegarde des clés
vault-accounts = { $path } n’est pas tel qu’il a été écrit ; reprenez-le d’une sauvegarde, ou mettez-le de côté
vault-random = le système ne donne pas de nombres au hasard : { $cause }
vault-too-long = la valeur est trop longue pour être scellée
sealing-no-such-person = « { $typed } » n’est pas une personne du répertoire dont la clé est sur ce poste ; écrivez person/… avant la barre, ou le texte seul
sealing-several-persons = plusieurs personnes s’appellent « { $typed } » : écrivez devant une barre celle que vous voulez dire ({ $persons })
sealing-text = le texte ne peut pas être scellé : { $cause }
