/**
 * Which of the common first names are of women, and which of either, without accents and in small letters. The others of
 * the list are taken for names of men. It only tells whom "he" or "she" cannot mean; courtesies and offices tell it first.
 */
export const womensNames = `
ada adela adele agata agnes agneta agnieszka aida aisha alena alice alicia alina alison amal amanda amelia amina amy ana anahit
anastasia angela angelina anita anja anke ann anna annalena anne annegret annie annika asma astrid audrey ayse barbara beata beatrice
beatriz bettina birgit brigitte bridget camilla carla carmen carole carolina caroline cathy catherine cecilia celine charlotte
chiara chloe christiane christina christine chrystia ciara claire clara claudia colleen dalia daniela danielle daria deborah denise diana
dilma dolores donna doris dorota edita eleni eleonora elena elisa elisabeth elizabeth ella ellen elvira emilia emily emine emma erika
esther eugenia eva evelyn evika fatima fatou federica fiona florence franziska frida gabriela gabrielle galina gina giorgia giulia grace
greta gulnara gwendolyn hadja halina hannah hanna heather heidi heike helen helena helga helle hillary hilary ieva ildiko ilona ilse ilze
ina inga inge ingrid irina iris irma iryna isabel isabella isabelle ivana ivanka iveta jana jane janet jacqueline jeanine jeanne jelena
jennifer jessica jill jitka joanna johanna josephine joyce judit judith julia julie justina justyna jutta kadri kaja kamala karen karin
karina karine karolina katalin kate katerina katharina katherine kathleen kathryn katja katrin kersti kirsten klara kristalina kristen
kristiina kristina krista krisztina laila lara laura leila lena lene leonor leyla lidia liisa lilian lina linda lisa lise liudmila
liz lolita louise lucia lucie lucy lyudmila lynne maarja madeleine magda magdalena maggie maia maja malgorzata margaret margarita margit
margrethe maria mariam mariana marianne marie marina marine marion marisa mariya marlene marta martha martina mary maryna matilda
melanie melissa mercedes meryl mette mia michelle milena mirjana molly mona monica monika monique nadezhda nadia nadine nancy natalia
natalie natalya nataliia nathalie nele nicole nina nino noemi odile oksana olena olga olha olivia orsolya paetongtarn palina pauline
patricia paula peggy petra phoebe polina priti priya rachel raisa ramona rasa rebecca renata roberta rosa rosemary roxana roza ruta
ruth sabine samantha sandra sanna sara sarah saule serena shannon sheila shira sigrid silke silvia simona simone simonetta slavica
sofia solene sonia sonja sophie stefania stella stephanie susan susana susanna suzanne svenja svetlana svitlana sylvia sylvie tamara
tania tanja tatiana tatyana teresa tetiana theresa therese tiina tina tove tracey tzipi ulrike ursula ute valentina valentyna valerie
vanessa vera veronica veronika victoria viktoria viktorija vilma viola virginia vivian vjosa vaira wendy wilhelmina yasmina yevheniia
yulia yuliia yvette yvonne zane zinaida zita zoe zofia zsofia zsuzsanna zuzana
`;

export const eitherNames = `
alex andrea ariel avigdor cameron casey chris dana dominique don gabriele jamie jackie jan jean jocelyn jordan kay kelly ken kerry kim
laurence laurent lee leslie lindsay lindsey maxime michele mika morgan nikita nicola noa noah noel pat robin ron sam sasha saud sheikh terry toby
wang li xi
`;
