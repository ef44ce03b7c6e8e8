/**
 * Pictures of figures, drawn here as SVG: how money flows and comes back, payment beside progress,
 * months in a row, money against work. Colours are the stylesheet's, by class; a picture says in
 * words what it shows, and the figures in it stand beside it as text too.
 */
@NullMarked
package org.aidledger.api.pages.chart;

import org.jspecify.annotations.NullMarked;
