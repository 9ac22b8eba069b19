/** For tests with JUnit Jupiter: payloads as parameters, and captures as tests. */
package io.github.cleanroomscontract.junit;
