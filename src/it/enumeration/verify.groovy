import groovy.xml.XmlSlurper

// A build in which no test ran would succeed as well.
def report = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-consumer.StartQueryTest.xml'))
assert report.@tests.toInteger() > 400
assert report.@skipped.toInteger() == 0
