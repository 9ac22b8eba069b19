// The same tests say the same on JUnit 6.
evaluate(new File(basedir, '../../../src/it/junit5/verify.groovy'))
