/**
 * The AWS SDK for Java 2: its calls watched, and clients whose calls a stand-in answers. The only
 * package besides {@code internal.pojo} that needs the SDK.
 */
package io.github.cleanroomscontract.awssdk;
