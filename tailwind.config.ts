import type { Config } from "tailwindcss";

/** Gives the CSS variables of app/globals.css their utility names. Values live there, once. */
export default {
  content: [],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      background: "var(--background)",
      surface: {
        DEFAULT: "var(--surface)",
        raised: "var(--surface-raised)",
        sunken: "var(--surface-sunken)",
        hover: "var(--surface-hover)",
      },
      border: { DEFAULT: "var(--border)", strong: "var(--border-strong)" },
      text: { DEFAULT: "var(--text)", muted: "var(--text-muted)" },
      accent: solid("accent"),
      danger: solid("danger"),
      warning: tone("warning"),
      success: tone("success"),
      info: tone("info"),
      focus: "var(--focus)",
      backdrop: "var(--backdrop)",
    },
    fontFamily: {
      sans: ["var(--font-sans)"],
      mono: ["var(--font-mono)"],
    },
    fontSize: {
      xs: ["0.75rem", "1rem"],
      sm: ["0.8125rem", "1.25rem"],
      base: ["0.875rem", "1.375rem"],
      lg: ["1rem", "1.5rem"],
      xl: ["1.25rem", "1.75rem"],
      "2xl": ["1.5rem", "2rem"],
    },
    borderRadius: {
      none: "0",
      sm: "0.25rem",
      DEFAULT: "0.375rem",
      lg: "0.5rem",
      xl: "0.75rem",
      full: "9999px",
    },
    boxShadow: {
      none: "none",
      overlay: "var(--shadow-overlay)",
    },
    extend: {
      maxWidth: { page: "70rem" },
      transitionDuration: { DEFAULT: "120ms" },
    },
  },
} satisfies Config;

/** A colour with meaning: itself (for points and icons), a soft tint, and text in that colour. */
function tone(name: string) {
  return {
    DEFAULT: `var(--${name})`,
    soft: `var(--${name}-soft)`,
    text: `var(--${name}-text)`,
  };
}

/** A tone that also fills buttons: its hovered fill, and the text upon it. */
function solid(name: string) {
  return { ...tone(name), hover: `var(--${name}-hover)`, on: `var(--${name}-on)` };
}
