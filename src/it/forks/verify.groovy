def log = new File(basedir, 'build.log').text
def floor = log.indexOf('contract coverage is below its floor')
// Both forks have passed before.
assert log.indexOf('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0') in 0..floor
def said = log.substring(floor)
assert said =~ /response\.members=99%: \d+ of \d+ \(\d+\.\d %\)/
assert said.contains('add a test in which ')
assert said =~ /errors=1: 0 of \d+/
assert said =~ /add a test in which Get(Membership|Collaboration) answers [A-Za-z]+Exception/

// What either fork exercised is there, and nothing twice.
def coverage = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cleanrooms-contract/coverage/coverage.json'))
assert coverage.operations*.operation == ['GetCollaboration', 'GetMembership']
assert coverage.operations.every { it.request.exercised && it.response.exercised }
assert coverage.totals.operations.covered == 2
assert coverage.lost == 0
