import groovy.xml.XmlSlurper

// A build in which no test ran would succeed as well.
def report = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-consumer.StartQueryTest.xml'))
assert report.@tests.toInteger() > 400
assert [report.@failures, report.@errors, report.@skipped].every { it.toInteger() == 0 }

def payloads = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-consumer.PayloadsTest.xml'))
assert payloads.@tests.toInteger() == 5
assert [payloads.@failures, payloads.@errors, payloads.@skipped].every { it.toInteger() == 0 }

// Calls over HTTP are checked as well, where there is no SDK.
def http = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-consumer.HttpTest.xml'))
assert http.@tests == 2
assert http.testcase.findAll { it.failure.size() + it.error.size() > 0 }*.@name*.text() == ['asksOutOfTheContractOnPurpose(StubServer)']
def message = http.testcase.failure.@message.text()
assert message.startsWith('''HttpTest.asksOutOfTheContractOnPurpose: the contract of ListMemberships was broken
  request  GET /memberships
    error range at /maxResults
''')
assert message.contains('found 1000')
