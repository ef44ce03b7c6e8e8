package org.aidledger.fund;

import org.aidledger.rejection.Rejection;

/**
 * Why a fund refused a command. {@link RequestRefused}: the request makes no sense for this fund,
 * whatever its mode. {@link RuleBroken}: a rule of the domain; a strict fund refuses, an observed
 * one records and notes the breach.
 */
public sealed interface FundRejection extends Rejection permits RequestRefused, RuleBroken {}
