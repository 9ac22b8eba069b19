import groovy.xml.XmlSlurper

// A build in which no test ran would succeed as well.
def report = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-consumer.StartQueryTest.xml'))
assert report.@tests.toInteger() > 400
assert report.@skipped.toInteger() == 0

def payloads = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-consumer.PayloadsTest.xml'))
assert payloads.@tests.toInteger() == 5
assert payloads.@skipped.toInteger() == 0
