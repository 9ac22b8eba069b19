import groovy.xml.XmlSlurper

def report = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-consumer.QueryPropertiesTest.xml'))
assert report.@tests == 3
assert report.testcase.findAll { it.failure.size() + it.error.size() > 0 }*.@name*.toString() == ['isWrongOnPurpose']

// What the failure shows: how to run it again, and the simplest payload.
def log = new File(basedir, 'build.log').text
assert log =~ /seed = -?\d+ +\| random seed/
// Chance may draw the simplest one at once: then nothing is shrunk, and it is just the "Sample".
def simplest = (log =~ /(?s)\n(?:Shrunk Sample \(\d+ steps?\)|Sample)\n-+\n(.*?)\n\n/)[0][1]
assert simplest.contains('"computeConfiguration":{"worker":{}}')
assert !simplest.contains('resultConfiguration')

assert !new File(basedir, '.jqwik-database').exists()
