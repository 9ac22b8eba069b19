/**
 * The AWS SDK for Java 2: its calls watched, clients whose calls a stand-in answers, and the real
 * service. The only package besides {@code internal.pojo} that needs the SDK.
 */
package io.github.cleanroomscontract.awssdk;
