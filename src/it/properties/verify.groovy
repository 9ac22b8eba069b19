import groovy.xml.XmlSlurper

def report = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-consumer.QueryPropertiesTest.xml'))
assert report.@tests == 3
assert report.testcase.findAll { it.failure.size() + it.error.size() > 0 }*.@name*.toString() == ['isWrongOnPurpose']

// What the failure shows: how to run it again, and the simplest payload.
def log = new File(basedir, 'build.log').text
assert log =~ /seed = -?\d+ +\| random seed/
def shrunk = log.substring(log.indexOf('Shrunk Sample'), log.indexOf('Original Sample'))
assert shrunk.contains('"computeConfiguration":{"worker":{}}')
assert !shrunk.contains('resultConfiguration')

assert !new File(basedir, '.jqwik-database').exists()
