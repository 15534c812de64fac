// Invented; whoever bears one of these names by chance is not meant.
export const FIRST_NAMES =
  "Aisha Alexei Amelie Andrés Anika Bastian Beatriz Bram Carmen Cedric Chiara Dalia Dmitri Edith Elena Emeka Esther Farid Finn Freja Gustav Hana Hassan Imogen Ines Ivo Jasper Joana Kamala Karim Katya Lars Leandro Lina Luca Malik Marta Matilda Miriam Nikhil Nora Olga Oscar Paula Quentin Rafael Renata Rosa Sana Simon Tamsin Teodor Uma Valerie Wanda Yara Yusuf Zara".split(
    " ",
  );
export const LAST_NAMES =
  "Abara Aldridge Almeida Arnesen Bakshi Beaumont Bellini Brockway Castell Chaudhry Corrigan Dahl Delacroix Donnelly Eklund Esposito Falkner Fontaine Garrido Georgiou Hallam Haverkamp Ibáñez Ishikawa Jankowski Jovanović Kessler Khalil Kovács Lachance Larkspur Lindholm Machado Mbeki Meadows Montclair Nazari Niemi Nwosu Oduya Okoro Ostberg Pellegrini Pinto Quiroga Ramaswamy Rinaldi Rosen Sadler Santangelo Sharma Stravinos Thornbury Tremblay Underhill Vasquez Verhoeven Wexford Yamada Zielinski".split(
    " ",
  );

/** People invented in order: all different up to the product of both lists. */
export function nameAt(index: number): string {
  const first = FIRST_NAMES[index % FIRST_NAMES.length];
  // Each round shifts the pairing, so that neighbours in the list do not share a surname.
  const round = Math.floor(index / FIRST_NAMES.length);
  return `${first} ${LAST_NAMES[(index * 7 + round) % LAST_NAMES.length]}`;
}
