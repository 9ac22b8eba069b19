/**
 * Internal. What users give for a payload, as JSON, and JSON as what they want: text, maps, objects
 * of the AWS SDK. Only what works on the latter knows it, and is loaded when there is one.
 */
package io.github.cleanroomscontract.internal.pojo;
