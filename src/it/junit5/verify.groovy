import groovy.xml.XmlSlurper

def report = { name ->
  new XmlSlurper().parse(new File(basedir, "target/surefire-reports/TEST-consumer.${name}.xml"))
}
def good = report('NightlyReportTest')
assert good.@tests == 5
assert good.@failures == 0
assert good.@errors == 0
assert good.@skipped == 0

def shown = report('ReportQueryTest')
assert shown.@tests == 1
assert shown.@failures == 0
assert shown.@errors == 0

// One for each operation that reads; of some there is nothing to ask about.
def kept = report('KeptContractTest')
assert kept.@tests == 49
assert kept.@failures == 0
assert kept.@errors == 0
assert kept.@skipped == 24

def broken = report('BrokenOnPurposeTest')
assert broken.@tests == 5
assert broken.@failures == 3
assert broken.@errors == 1

// What the failures say, since that is all a developer sees.
def message = { name ->
  def test = broken.testcase.find { it.@name.text().startsWith(name) && (it.failure.size() + it.error.size() > 0) }
  (test.failure.size() > 0 ? test.failure : test.error).@message.text()
}
def sent = message('sendsWhatTheServiceRefuses')
assert sent.startsWith('''BrokenOnPurposeTest.sendsWhatTheServiceRefuses: the contract of StartProtectedQuery was broken
  request  POST /memberships/…/protectedQueries   from NightlyReport.java:23
    error pattern at /resultConfiguration/outputConfiguration/s3/bucket
''')
assert sent.contains('; found "No_Bucket"\n')
assert sent.contains('\n        │ ')
assert sent.contains('^^^^^^^^^^^')
// Whatever the query says, it is nobody's business.
assert !sent.contains('SELECT')

def answered = message('isAnsweredOutOfTheContract')
assert answered.startsWith('''BrokenOnPurposeTest.isAnsweredOutOfTheContract: the contract of GetMembership was broken
  answer   200 to GET /memberships/…   from Members.java:20
    error enum at /membership/status
      GetMembership response: MembershipStatus is one of ACTIVE, REMOVED, COLLABORATION_DELETED; found "ACTIV"
''')
assert answered.endsWith('hint: did you mean "ACTIVE"?')

def scripted = message('scriptsAnAnswerThatBreaksTheContract')
assert scripted.startsWith('this reply to GetMembership breaks the contract:\n  error required at /membership: ')
assert scripted.endsWith('if it is meant to, say so with .evenIfBroken()')

assert message('asksForIds') =~ /^BrokenOnPurposeTest\.asksForIds \(\[2\] "?MEMBERSHIP"?\): the contract of GetMembership was broken\n/
